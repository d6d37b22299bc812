create table ingest._source_file (
    source        text not null,
    path          text not null,
    sha256        text not null references ingest.blob,
    e_tag         text,
    last_modified timestamptz,
    checked_at    timestamptz not null,
    primary key (source, path)
);