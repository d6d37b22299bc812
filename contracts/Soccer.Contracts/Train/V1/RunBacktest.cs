namespace Soccer.Contracts.Train.V1;

/// <summary>Command: forecast past seasons as if each were to come, strictly forward in time, and score the forecasts beside the market's.</summary>
/// <param name="BacktestId">The backtest's id; its progress and its end carry it.</param>
/// <param name="TestSeasons">The years in which the seasons to forecast began: 2023 is 2023/24. The two newest where there is none.</param>
/// <param name="Kinds">results-only, market-memory, market-aware; all that there are where there is none.</param>
/// <param name="FeatureSetVersion">The feature set to work on; the newest where there is none.</param>
/// <param name="Requester">Who asked.</param>
public sealed record RunBacktest(Guid BacktestId, int[] TestSeasons, string[] Kinds, int? FeatureSetVersion, string Requester)
{
    /// <summary>The one queue that takes this command.</summary>
    public const string Queue = "run-backtest";
}
