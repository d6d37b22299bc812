create table ingest._pasted (
    sha256 text primary key,
    run_id uuid not null,
    at     timestamptz not null
);