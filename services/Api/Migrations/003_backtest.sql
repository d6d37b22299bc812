create table api._backtest (
    backtest_id uuid primary key,
    at          timestamptz not null,
    answer_type text,
    answer      jsonb
);