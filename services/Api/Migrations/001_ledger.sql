create table api._run (
    run_id      uuid primary key,
    as_of       date,
    reason      text not null,
    requester   text not null,
    training    text not null,
    force       boolean not null,
    status      text not null,
    accepted_at timestamptz not null,
    last_at     timestamptz not null
);
create index on api._run (accepted_at desc);

-- The set of what was heard of a run: each kind of event once, in no order.
create table api._run_event (
    run_id  uuid not null references api._run,
    type    text not null,
    stage   text not null,
    at      timestamptz not null,
    payload jsonb not null,
    primary key (run_id, type)
);
create index run_event_type on api._run_event (type, at desc);

create table api._run_failure (
    run_id  uuid not null references api._run,
    stage   text not null,
    message text not null,
    reason  text not null,
    at      timestamptz not null,
    primary key (run_id, stage, message)
);

create table api._incident (
    incident_id uuid primary key,
    kind        text not null,
    queue       text,
    message     text,
    run_id      uuid,
    reason      text not null,
    body        text,
    at          timestamptz not null
);
create index on api._incident (at desc);