-- Expected goals by the model of goals among the features; none where neither team nor division has scored yet, and in forecasts made before.
alter table predict.forecast add column expected_home_goals real, add column expected_away_goals real;
