-- The newest number here is the newest merged snapshot, also where it changed nothing and so made no dataset version.
create table validate._merge (
    snapshot_number int not null,
    dataset_version int not null references validate.dataset,
    at              timestamptz not null,
    primary key (snapshot_number, dataset_version)
);
-- What the gates measured, and what was counted on reading: the newest judgement of a snapshot as of a day.
create table validate._judgement (
    snapshot_number int not null,
    as_of           date not null,
    gates           jsonb not null,
    tally           jsonb not null,
    at              timestamptz not null,
    primary key (snapshot_number, as_of)
);
-- Rows of a snapshot that can't be right, and files that can't be read (line 0).
create table validate._quarantine (
    snapshot_number int not null,
    file            text not null,
    line            int not null,
    reason          text not null,
    raw             text not null,
    primary key (snapshot_number, file, line)
);