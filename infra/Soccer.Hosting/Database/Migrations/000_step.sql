create table {schema}._step (
    key          text primary key,
    step         text not null,
    inputs       jsonb not null,
    code_version text not null,
    result       jsonb not null,
    seconds      double precision not null,
    at           timestamptz not null
);
create table {schema}.build (
    id           bigint generated always as identity primary key,
    code_version text not null,
    started_at   timestamptz not null
);