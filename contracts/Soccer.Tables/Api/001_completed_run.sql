-- Runs that went through to the end, with the code versions of the stages that took part. Ingest looks here to know whether a snapshot is done with.
create table api.completed_run (
    run_id          uuid primary key,
    snapshot_number int not null,
    as_of           date not null,
    code_versions   jsonb not null,
    completed_at    timestamptz not null
);
create index on api.completed_run (snapshot_number, as_of);
