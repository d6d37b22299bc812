namespace Soccer.Api.Backtests;

/// <summary>A backtest to make. Every member may be left out, and so may the body.</summary>
/// <param name="TestSeasons">Seasons as the source writes them: 2324 is 2023/24. The two newest where it is left out.</param>
/// <param name="Kinds">results-only, market-memory, market-aware; all where it is left out.</param>
/// <param name="FeatureSetVersion">The feature set to work on; the newest where it is left out.</param>
public sealed record BacktestRequest(string[]? TestSeasons = null, string[]? Kinds = null, int? FeatureSetVersion = null);
