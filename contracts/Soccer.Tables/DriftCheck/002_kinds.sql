-- Each kind is scored by itself. What was settled before there were kinds was results-only.
alter table drift_check.settled_forecast add column kind text not null default 'results-only';
alter table drift_check.settled_forecast alter column kind drop default;
alter table drift_check.settled_forecast drop constraint settled_forecast_pkey;
alter table drift_check.settled_forecast add primary key (match_id, model_id, kind, feature_set_version, odds_version);

drop view drift_check.settled_week;
create view drift_check.settled_week as
select (date - ((extract(isodow from date)::int + 5) % 7)) as week,
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
