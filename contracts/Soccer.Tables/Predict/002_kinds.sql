-- A forecast a kind.
alter table predict.forecast drop constraint forecast_pkey;
alter table predict.forecast add primary key (match_id, model_id, kind, feature_set_version, odds_version);
