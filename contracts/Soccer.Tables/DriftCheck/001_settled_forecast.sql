-- A forecast whose match has been played, scored once with the result of the dataset version that brought it.
create table drift_check.settled_forecast (
    match_id            bigint not null,
    model_id            text not null,
    feature_set_version int not null,
    odds_version        int not null,
    dataset_version     int not null,
    division            text not null,
    date                date not null,
    outcome             smallint not null,
    log_loss            double precision not null,
    rps                 double precision not null,
    brier               double precision not null,
    market_log_loss     double precision,
    primary key (match_id, model_id, feature_set_version, odds_version)
);

-- Scores by match week: a week begins on Tuesday, so that a weekend and its Monday match stand together. Of a match that a model forecast several times,
-- as prices moved, the newest forecast counts: every match once.
create view drift_check.settled_week as
select (date - ((extract(isodow from date)::int + 5) % 7)) as week,
       model_id,
       count(*) as forecasts,
       avg(log_loss) as log_loss,
       avg(rps) as rps,
       avg(brier) as brier,
       avg(log_loss) filter (where market_log_loss is not null) - avg(market_log_loss) as over_market
from (
    select distinct on (match_id, model_id) model_id, date, log_loss, rps, brier, market_log_loss
    from drift_check.settled_forecast
    order by match_id, model_id, feature_set_version desc, odds_version desc
) newest
group by 1, 2;

-- What a drift check found, a row a feature.
create table drift_check.feature_drift (
    model_id            text not null,
    feature_set_version int not null,
    feature             text not null,
    psi                 double precision not null,
    primary key (model_id, feature_set_version, feature)
);
