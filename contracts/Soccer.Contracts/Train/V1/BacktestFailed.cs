namespace Soccer.Contracts.Train.V1;

/// <summary>Event: a backtest could not be made, and why.</summary>
/// <param name="BacktestId">The backtest.</param>
/// <param name="Field">The field that is wrong: testSeasons, kinds, featureSetVersion; empty where the command is not to blame.</param>
/// <param name="Reason">What is wrong with it, in words.</param>
/// <param name="At">UTC.</param>
public sealed record BacktestFailed(Guid BacktestId, string Field, string Reason, DateTime At);
