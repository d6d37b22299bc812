-- Model artifacts by the hash of their bytes. Two runs may make the same one.
create table train.model (
    model_id            text primary key,
    kind                text not null,
    schema_hash         text not null,
    dataset_version     int not null,
    feature_set_version int not null,
    run_id              uuid not null,
    hold_out_from       date not null,
    hold_out_to         date not null,
    artifact            bytea not null,
    scores              jsonb not null,
    created_at          timestamptz not null
);
alter table train.model alter column artifact set storage external;
