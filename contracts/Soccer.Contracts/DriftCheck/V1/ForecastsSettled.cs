namespace Soccer.Contracts.DriftCheck.V1;

/// <summary>Event: forecasts whose matches have been played were scored.</summary>
/// <param name="Run">The run whose results settled them.</param>
/// <param name="DatasetVersion">The dataset version of the results.</param>
/// <param name="Settled">Forecasts settled by this run.</param>
/// <param name="SettledInAll">Forecasts settled so far.</param>
/// <param name="LogLoss">Mean log loss of those of this run; none where there are none.</param>
public sealed record ForecastsSettled(Run Run, int DatasetVersion, int Settled, int SettledInAll, double? LogLoss);
