create table api._key (
    key_id     text primary key,
    name       text not null,
    hash       bytea not null,
    scopes     text[] not null,
    per_second double precision not null,
    created_at timestamptz not null,
    created_by text not null,
    revoked_at timestamptz
);
create unique index _key_valid_name on api._key (name) where revoked_at is null;
create table api._audit (
    audit_id bigint generated always as identity primary key,
    at       timestamptz not null,
    key_id   text not null,
    action   text not null,
    subject  text not null
);