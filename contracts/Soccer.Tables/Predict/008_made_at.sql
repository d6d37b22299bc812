-- What was sealed since some time: settling reads it.
create index forecast_made_at on predict.forecast (made_at);
