create table train._study_advance (
    study_id text not null,
    run_id   uuid not null,
    round    int not null,
    trial    int not null,
    primary key (study_id, run_id, round)
);