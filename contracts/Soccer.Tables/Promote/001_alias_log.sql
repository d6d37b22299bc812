-- Who holds an alias is its newest entry. Nothing is ever changed here.
create table promote.alias_log (
    sequence        bigint generated always as identity primary key,
    alias           text not null,
    model_id        text not null,
    previous_id     text,
    run_id          uuid not null,
    dataset_version int not null,
    evidence        jsonb not null,
    at              timestamptz not null,
    unique (run_id, alias, model_id)
);
create index alias_newest on promote.alias_log (alias, sequence desc);
