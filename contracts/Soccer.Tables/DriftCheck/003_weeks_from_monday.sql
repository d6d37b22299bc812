-- A week begins on Monday, as in the answer of /v1/results.
create or replace view drift_check.settled_week as
select (date - (extract(isodow from date)::int - 1)) as week,
       model_id,
       kind,
       count(*) as forecasts,
       avg(log_loss) as log_loss,
       avg(rps) as rps,
       avg(brier) as brier,
       avg(log_loss) filter (where market_log_loss is not null) - avg(market_log_loss) as over_market
from (
    select distinct on (match_id, model_id, kind) model_id, kind, date, log_loss, rps, brier, market_log_loss
    from drift_check.settled_forecast
    order by match_id, model_id, kind, feature_set_version desc, odds_version desc
) newest
group by 1, 2, 3;
