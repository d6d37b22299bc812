using Soccer.Api.Ledger;
using Soccer.Contracts;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Progress.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Api.Runs;

/// <summary>How each stage stands in a run.</summary>
public static class RunStages
{
    /// <summary>The seven stages, first to last.</summary>
    public static IReadOnlyList<StageAnswer> Of(RunHistory history, RunStatus status, IReadOnlyDictionary<string, StageProgressed> progress)
    {
        var events = history.Events.Select(StageEvent.Of).ToLookup(stage => stage.Stage);
        return [.. Stage.All.Select(stage => Of(stage, [.. events[stage]], history, status, progress.GetValueOrDefault(stage)))];
    }

    static StageAnswer Of(string stage, IReadOnlyList<StageEvent> events, RunHistory history, RunStatus status, StageProgressed? report)
    {
        var step = events.Select(stageEvent => stageEvent.Step).FirstOrDefault(time => time is not null);
        var counts = new Dictionary<string, long>(events.SelectMany(stageEvent => stageEvent.Counts).DistinctBy(count => count.Key));
        var state = StateOf(stage, step is not null, history, status, report is not null);
        var progress = state == StageState.Running && report is not null ? new ProgressAnswer(report.Step, report.Done, report.Total, report.At) : null;
        return new StageAnswer(
            stage, state, step?.Started, step?.Started.AddSeconds(step.Seconds), step?.Seconds, step?.Remembered ?? false, step?.CodeVersion, counts, progress);
    }

    static StageState StateOf(string stage, bool done, RunHistory history, RunStatus status, bool reported)
    {
        // DriftCheck may be done with one message, and have given the other up.
        if (RunState.Unmended(history).Any(failure => failure.Stage == stage))
            return StageState.Failed;
        if (done)
            return StageState.Done;
        if (stage is Stage.Train or Stage.Promote && history.Find<FeaturesBuilt>() is { Train: false })
            return StageState.Skipped;
        if (!status.IsOpen() && status != RunStatus.Failed)
            return StageState.Skipped;
        return reported || IsDue(stage, history) ? StageState.Running : StageState.Pending;
    }

    /// <summary>Whether the event that the stage waits for is in.</summary>
    static bool IsDue(string stage, RunHistory history) => stage switch
    {
        Stage.Validate => history.Has<SnapshotIngested>(),
        Stage.Featurize => history.Has<SnapshotValidated>(),
        Stage.Train => history.Find<FeaturesBuilt>() is { Train: true },
        Stage.Promote => history.Has<ModelTrained>(),
        Stage.Predict => history.Has<ModelPromoted>() || history.Has<ModelHeld>() || history.Find<FeaturesBuilt>() is { Train: false },
        Stage.DriftCheck => history.Has<PredictionsRefreshed>(),
        _ => false,
    };
}
