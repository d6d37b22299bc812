create table train._season_forecasts (
    forecasts_id text primary key,
    kind         text not null,
    season       smallint not null,
    forecasts    bytea not null,
    created_at   timestamptz not null
);