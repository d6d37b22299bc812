-- Backtest reports by the hash of their text, which is kept to the letter. Two backtests may make the same one.
create table train.backtest (
    report_id           text primary key,
    feature_set_version int not null,
    report              text not null,
    created_at          timestamptz not null
);
