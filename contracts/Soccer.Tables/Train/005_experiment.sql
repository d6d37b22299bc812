-- Every fit, a row each: what was fitted on what, how, how well it did on what it had not seen, and what it cost. The id is the hash of all that was to be done and for whom;
-- scores, seconds and memory are no part of it, so that a fit that is repeated after a crash stands once. A fit of so many rounds as were fixed has no stop part; one of a kind that serves no match of
-- the hold-out was judged by nothing.
create table train.experiment (
    experiment_id    text primary key,
    purpose          text not null,
    kind             text not null,
    run_id           uuid,
    study_id         text,
    trial            int,
    round            int,
    backtest_id      uuid,
    season           int,
    model_id         text,
    dataset_hash     text not null,
    feature_set_hash text not null,
    schema_hash      text not null,
    code_version     text not null,
    libraries        text not null,
    parameters       jsonb not null,
    learners         text[] not null,
    blend            text not null,
    rounds           int not null,
    fit_from         date not null,
    fit_to           date not null,
    fit_matches      int not null,
    stop_from        date,
    stop_to          date,
    stop_matches     int,
    judged_on        text,
    judged_from      date,
    judged_to        date,
    judged_matches   int,
    log_loss         double precision,
    folds            jsonb not null,
    seconds          double precision not null,
    peak_bytes       bigint not null,
    at               timestamptz not null
);
create index on train.experiment (at desc);

-- What each kind of a model said of its hold-out: 32 bytes a match, its id and three probabilities. Two models are compared on the matches that are in both.
create table train.hold_out_forecasts (
    model_id  text not null references train.model,
    kind      text not null,
    forecasts bytea not null,
    primary key (model_id, kind)
);

-- Rows are added and read, by their owner too; nothing else.
revoke truncate, update, delete on train.experiment, train.hold_out_forecasts from current_user;
