create table featurize.feature_schema (
    schema_id   int primary key,
    schema_hash text not null unique,
    names       text[] not null,
    meanings    text[] not null
);

-- A feature set is a number, like a dataset: the rows of its schema that stand at it. As-of is the clock of the run that built it.
create table featurize.feature_set (
    version         int primary key,
    schema_id       int not null references featurize.feature_schema,
    dataset_version int not null,
    dataset_hash    text not null,
    hash            text not null,
    rows            int not null,
    as_of           date not null,
    created_at      timestamptz not null
);

create table featurize.feature_row (
    match_id     bigint not null,
    schema_id    int not null,
    from_version int not null,
    to_version   int,
    row_hash     bytea not null,
    values       real[] not null,
    primary key (match_id, schema_id, from_version)
);
-- A row of floats does not compress; leave it inline and plain.
alter table featurize.feature_row alter column values set storage main;

-- What the pass over time knows at its end, gzip, so that any two teams can be predicted.
create table featurize.team_state (
    version int primary key references featurize.feature_set,
    state   bytea not null
);
alter table featurize.team_state alter column state set storage external;
