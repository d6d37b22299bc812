-- Raw bytes by their own hash, gzip. A blob is never changed and never written twice.
create table ingest.blob (
    sha256 text primary key,
    bytes  int not null,
    gzip   bytea not null
);
alter table ingest.blob alter column gzip set storage external;

-- The states of the source, numbered in the order in which they were taken. The same state may come again under a new number.
create table ingest.snapshot (
    number        int primary key,
    id            text not null,
    source        text not null,
    taken_at      timestamptz not null,
    files         int not null,
    changed_files int not null,
    stale_files   int not null,
    bytes         bigint not null
);
create index on ingest.snapshot (id);

-- A snapshot's manifest: always complete, a file that could not be fetched stands with its last good bytes and is marked stale.
create table ingest.snapshot_file (
    number int not null references ingest.snapshot,
    path   text not null,
    sha256 text not null references ingest.blob,
    stale  boolean not null,
    primary key (number, path)
);
