-- Searches for parameters. A study's id is the hash of all that its outcome depends on; runs that ask for the same one share it.
create table train.study (
    study_id         text primary key,
    kind             text not null,
    dataset_hash     text not null,
    feature_set_hash text not null,
    schema_hash      text not null,
    as_of            date not null,
    code_version     text not null,
    library          text not null,
    trials           int not null,
    seed             int not null,
    seconds_limit    int not null,
    parameters       jsonb not null,
    begun_at         timestamptz not null
);
create index on train.study (begun_at desc);

create table train.study_run (
    study_id            text not null references train.study,
    run_id              uuid not null,
    dataset_version     int not null,
    feature_set_version int not null,
    asked_at            timestamptz not null,
    primary key (study_id, run_id)
);

-- A set of parameters in a round, with what came of it. Trial 1 has the configured parameters.
create table train.trial (
    study_id        text not null references train.study,
    trial           int not null,
    round           int not null,
    share           double precision not null,
    depth           int not null,
    learning_rate   double precision not null,
    leaf_weight     double precision not null,
    feature_share   double precision not null,
    match_share     double precision not null,
    ridge           double precision not null,
    log_loss        double precision not null,
    boosting_rounds int not null,
    fit_rows        int not null,
    seconds         double precision not null,
    at              timestamptz not null,
    primary key (study_id, trial, round)
);

create table train.study_outcome (
    study_id            text primary key references train.study,
    chosen              int not null,
    round               int not null,
    log_loss            double precision not null,
    configured_log_loss double precision not null,
    reason              text not null,
    ended_at            timestamptz not null
);
