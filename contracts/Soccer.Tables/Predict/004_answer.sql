-- What Predict answered to a request: one model and one feature set for all of its matches. Kept for some days.
create table predict.answer (
    request_id          uuid primary key,
    answered_at         timestamptz not null,
    model_id            text,
    feature_set_version int,
    dataset_version     int,
    matches             text compression lz4 not null -- JSON: one answer a match, in the order of the request
);
create index answer_answered_at on predict.answer using brin (answered_at);
