using Soccer.Contracts.Train.V1;

namespace Soccer.Api.Backtests;

/// <summary>The newest backtests.</summary>
/// <param name="Backtests">The newest first.</param>
public sealed record BacktestList(IReadOnlyList<BacktestSummary> Backtests);

/// <summary>A backtest in a list.</summary>
/// <param name="Id">The backtest.</param>
/// <param name="Status">How it stands.</param>
/// <param name="AcceptedAt">When its command was accepted, UTC; if that could not be written down, when Train began.</param>
/// <param name="Progress">How far it is; while pending.</param>
/// <param name="TestSeasons">The seasons that it forecast, oldest first, such as 2023/24; null unless its report is there.</param>
/// <param name="FeatureSetVersion">The feature set that it worked on; when done.</param>
/// <param name="Seconds">How long it took; when done.</param>
/// <param name="Remembered">Whether the stored report of the same backtest was taken; when done.</param>
/// <param name="Pooled">Scores over all test seasons; when done.</param>
/// <param name="Problem">Why there is no report; when failed.</param>
/// <param name="Link">Where to read more.</param>
public sealed record BacktestSummary(
    Guid Id, BacktestStatus Status, DateTime AcceptedAt, BacktestProgress? Progress, IReadOnlyList<string>? TestSeasons,
    int? FeatureSetVersion, double? Seconds, bool? Remembered, Score[]? Pooled, BacktestProblem? Problem, string Link)
{
    /// <summary>The backtest: id by the name that it has from v2 on.</summary>
    public Guid BacktestId => Id;

    /// <summary>The line for an answer.</summary>
    public static BacktestSummary Of(BacktestAnswer answer, DateTime acceptedAt, IReadOnlyList<string> seasons) => new(
        answer.Id, answer.Status, acceptedAt, answer.Progress, seasons is [] ? null : seasons, answer.FeatureSetVersion, answer.Seconds,
        answer.Remembered, answer.Pooled, answer.Problem, $"/v1/backtests/{answer.Id}");
}
