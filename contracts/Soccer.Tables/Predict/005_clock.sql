-- The instant at which the forecast was sealed, by the run's clock: of a match that had kicked off by then it is no forecast. Null in rows from before, whose run forecast from the day after as_of.
alter table predict.forecast add forecast_from timestamptz;
