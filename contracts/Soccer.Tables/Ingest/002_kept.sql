-- When the bytes came last. Of those from before it is not known: they count as new.
alter table ingest.blob add column fetched_at timestamptz not null default now();
-- Whether a snapshot has some bytes.
create index snapshot_file_sha256 on ingest.snapshot_file (sha256);
