using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Api.Ledger;

/// <summary>How a run stands, by what was heard of it.</summary>
public static class RunState
{
    /// <summary>The status by the set of events; never stalled, for that takes a clock.</summary>
    public static RunStatus Of(RunHistory history)
    {
        // First of all: a run may come to its end although a stage beside its way, such as the settling of forecasts, gave a message up.
        if (Unmended(history).Any())
            return RunStatus.Failed;
        if (history.Find<PredictionsRefreshed>() is { } refreshed)
        {
            if (refreshed.ModelId is null)
                return RunStatus.NoChampion;
            if (history.Has<DriftChecked>())
                return IsPartial(history) ? RunStatus.Partial : RunStatus.Completed;
        }
        if (history.Has<SnapshotRejected>())
            return RunStatus.Rejected;
        if (history.Has<SnapshotSuperseded>())
            return RunStatus.Superseded;
        if (history.Has<SnapshotUnchanged>())
            return IsPartial(history) ? RunStatus.Partial : RunStatus.Unchanged;
        return history.Events.Count > 0 ? RunStatus.Running : RunStatus.Accepted;
    }

    /// <summary>A run that is on its way is stalled when nothing was heard for longer than <paramref name="limit"/>.</summary>
    public static RunStatus At(DateTime now, RunStatus status, DateTime lastHeard, TimeSpan limit) =>
        status is RunStatus.Accepted or RunStatus.Running && now - lastHeard > limit ? RunStatus.Stalled : status;

    static bool IsPartial(RunHistory history) => Unread(history).Any() || history.Find<SnapshotIngested>() is { StaleFiles: > 0 };

    /// <summary>
    /// What was not read that the source links, each with the reason: a file that stands as it was, one that was never there, or a page.
    /// </summary>
    public static IEnumerable<string> Unread(RunHistory history) =>
    [
        .. history.Find<SnapshotIngested>()?.FailedUrls ?? history.Find<SnapshotUnchanged>()?.FailedUrls ?? [],
        .. history.Find<SnapshotValidated>()?.Unreadable ?? [],
    ];

    /// <summary>What nothing has mended yet.</summary>
    public static IEnumerable<RunFailure> Unmended(RunHistory history) => history.Failures.Where(failure => !IsMended(history, failure));

    /// <summary>Whether the failed message was worked through after all: its stage has spoken.</summary>
    public static bool IsMended(RunHistory history, RunFailure failure) => failure.Stage switch
    {
        Stage.Ingest => history.Has<SnapshotIngested>() || history.Has<SnapshotUnchanged>(),
        Stage.Validate => history.Has<SnapshotValidated>() || history.Has<SnapshotRejected>() || history.Has<SnapshotSuperseded>(),
        Stage.Featurize => history.Has<FeaturesBuilt>(),
        // Put back, the message of a run that wants no training is passed over, and no word comes of it.
        Stage.Train => history.Has<ModelTrained>() || history.Find<FeaturesBuilt>() is { Train: false },
        Stage.Promote => history.Has<ModelPromoted>() || history.Has<ModelHeld>(),
        Stage.Predict => history.Has<PredictionsRefreshed>(),
        // DriftCheck settles forecasts when the dataset is new, and looks for drift when the forecasts are.
        Stage.DriftCheck when failure.Message == nameof(SnapshotValidated) => history.Has<ForecastsSettled>(),
        Stage.DriftCheck => history.Has<DriftChecked>(),
        _ => false,
    };
}
