create table api._prediction (
    request_id   uuid primary key,
    requested_at timestamptz not null,
    home         text,
    away         text,
    division     text,
    date         date,
    answer_type  text,
    answer       jsonb
);