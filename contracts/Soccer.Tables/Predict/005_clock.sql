-- The instant from which the run forecast, by its own clock: what has kicked off by then is no forecast. Null in rows from before, whose run forecast from the day after as_of.
alter table predict.forecast add forecast_from timestamptz;
