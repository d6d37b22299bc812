drop table api._prediction;
create table api._request (
    request_id      uuid primary key,
    requested_at    timestamptz not null,
    deadline        timestamptz not null,
    is_list         boolean not null,
    key_id          text,
    idempotency_key text,
    body_hash       bytea,
    is_confirmed    boolean not null default false,
    renewed_at      timestamptz,
    failure         text
);
create unique index _request_idempotency_key on api._request (key_id, idempotency_key) where idempotency_key is not null;
create index _request_requested_at on api._request using brin (requested_at);