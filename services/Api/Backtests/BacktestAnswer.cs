using System.Text.Json;
using Soccer.Contracts.Progress.V1;
using Soccer.Contracts.Train.V1;

namespace Soccer.Api.Backtests;

/// <summary>How a backtest stands.</summary>
public enum BacktestStatus
{
    /// <summary>Train has not ended it; ask again after the seconds in Retry-After.</summary>
    Pending,

    /// <summary>Its report is there.</summary>
    Done,

    /// <summary>It could not be made.</summary>
    Failed,
}

/// <summary>What the broker has taken.</summary>
/// <param name="Id">The backtest.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Link">Where to follow it.</param>
public sealed record BacktestAccepted(Guid Id, BacktestStatus Status, string Link)
{
    /// <summary>The backtest: id by the name that it has from v2 on.</summary>
    public Guid BacktestId => Id;
}

/// <summary>A backtest.</summary>
/// <param name="Id">The backtest.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Progress">How far it is; while pending.</param>
/// <param name="FeatureSetVersion">The feature set that it worked on; when done.</param>
/// <param name="Seconds">How long it took; when done.</param>
/// <param name="Remembered">Whether the stored report of the same backtest was taken; when done.</param>
/// <param name="Pooled">Scores over all test seasons; when done.</param>
/// <param name="Report">Where the whole report is; when done.</param>
/// <param name="Problem">Why there is none; when failed.</param>
public sealed record BacktestAnswer(
    Guid Id, BacktestStatus Status, BacktestProgress? Progress, int? FeatureSetVersion, double? Seconds, bool? Remembered, Score[]? Pooled, string? Report,
    BacktestProblem? Problem)
{
    /// <summary>The backtest: id by the name that it has from v2 on.</summary>
    public Guid BacktestId => Id;

    /// <summary>The answer for a row.</summary>
    public static BacktestAnswer Of(BacktestRow row, StageProgressed? progress) => row.AnswerType switch
    {
        null => new(row.BacktestId, BacktestStatus.Pending, BacktestProgress.Of(progress), null, null, null, null, null, null),
        nameof(BacktestCompleted) => Done(Read<BacktestCompleted>(row)),
        _ => new(row.BacktestId, BacktestStatus.Failed, null, null, null, null, null, null, BacktestProblem.Of(Read<BacktestFailed>(row))),
    };

    /// <summary>A done backtest's event.</summary>
    public static T Read<T>(BacktestRow row) => JsonSerializer.Deserialize<T>(row.Answer!, JsonSerializerOptions.Web)!;

    static BacktestAnswer Done(BacktestCompleted e) => new(
        e.BacktestId, BacktestStatus.Done, null, e.FeatureSetVersion, e.Step.Seconds, e.Step.Remembered, e.Pooled, $"/v1/backtests/{e.BacktestId}/report", null);
}

/// <summary>How far a backtest is.</summary>
/// <param name="Step">What is being done: 2023/24 market-aware.</param>
/// <param name="Done">Rounds done.</param>
/// <param name="Total">Rounds at most; 0 where that is not known.</param>
public sealed record BacktestProgress(string Step, long Done, long Total)
{
    public static BacktestProgress? Of(StageProgressed? progress) => progress is null ? null : new(progress.Step, progress.Done, progress.Total);
}

/// <summary>Why there is no report.</summary>
/// <param name="Field">The field that is wrong: testSeasons, kinds, featureSetVersion; empty where the request is not to blame.</param>
/// <param name="Reason">What is wrong, in words.</param>
public sealed record BacktestProblem(string Field, string Reason)
{
    public static BacktestProblem Of(BacktestFailed e) => new(e.Field, e.Reason);
}
