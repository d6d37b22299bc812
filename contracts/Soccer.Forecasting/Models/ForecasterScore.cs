namespace Soccer.Forecasting.Models;

/// <summary>How well a forecaster did on a model's hold-out.</summary>
/// <param name="Forecaster">Who forecast which matches: "class marginals", "market opening", "market-memory, matches with opening odds".</param>
/// <param name="Matches">Matches scored.</param>
/// <param name="LogLoss">Mean, nats.</param>
/// <param name="Rps">Mean ranked probability score, 0 to 1.</param>
/// <param name="Brier">Mean three-class Brier score, 0 to 2.</param>
/// <param name="Accuracy">Share in which the likeliest outcome came.</param>
/// <param name="CalibrationError">Expected calibration error, 0 to 1.</param>
public sealed record ForecasterScore(string Forecaster, int Matches, double LogLoss, double Rps, double Brier, double Accuracy, double CalibrationError);
