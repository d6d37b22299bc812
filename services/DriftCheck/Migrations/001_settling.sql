create table drift_check._settling (
    run_id          uuid not null,
    dataset_version int not null,
    forecasts       int not null,
    in_all          int not null,
    log_loss        double precision,
    primary key (run_id, dataset_version)
);