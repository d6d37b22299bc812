namespace Soccer.Contracts.Train.V1;

/// <summary>How well a set of forecasts did on a set of matches.</summary>
/// <param name="Forecaster">Who forecast which matches: "class marginals", "market opening", "market-memory, matches with opening odds".</param>
/// <param name="Matches">Matches scored.</param>
/// <param name="LogLoss">Mean of −ln p(outcome).</param>
/// <param name="Rps">Mean ranked probability score, 0 to 1.</param>
/// <param name="Brier">Mean three-class Brier score, 0 to 2.</param>
/// <param name="Accuracy">Share in which the likeliest outcome came.</param>
/// <param name="CalibrationError">Expected calibration error, ten equal-mass bins, mean over the classes.</param>
public sealed record Score(string Forecaster, int Matches, double LogLoss, double Rps, double Brier, double Accuracy, double CalibrationError);
