namespace Soccer.Contracts.Train.V1;

/// <summary>Event: a backtest's report is stored.</summary>
/// <param name="BacktestId">The backtest.</param>
/// <param name="ReportId">SHA-256 of the report, hex. The same backtest of the same rows with the same code has the same report.</param>
/// <param name="FeatureSetVersion">The feature set that it worked on.</param>
/// <param name="Pooled">Scores over all test seasons on the main divisions' matches with opening and closing odds: the marginals, each kind, the market.</param>
/// <param name="Step">How it ran.</param>
public sealed record BacktestCompleted(Guid BacktestId, string ReportId, int FeatureSetVersion, Score[] Pooled, StepTime Step);
