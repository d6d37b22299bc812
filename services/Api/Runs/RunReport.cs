using Soccer.Api.Ledger;
using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Progress.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.Forecasting;

namespace Soccer.Api.Runs;

/// <summary>Makes a run's answer out of what was heard of it.</summary>
public static class RunReport
{
    /// <summary>Characters of a failure in a list at most.</summary>
    const int ShortFailure = 200;

    /// <summary>The answer.</summary>
    /// <param name="run">The run's row.</param>
    /// <param name="status">How it stands now.</param>
    /// <param name="own">What was heard of it.</param>
    /// <param name="standing">Whose dataset, model and forecasts stand: for an unchanged run those of the completed one, else its
    /// own.</param>
    /// <param name="scored">The training of the model that forecast, in whichever run that was.</param>
    /// <param name="progress">The newest progress reports by stage.</param>
    /// <param name="quarantine">What was not read of its snapshot; null where it has none.</param>
    public static RunAnswer Of(
        RunRow run, RunStatus status, RunHistory own, RunHistory standing, ModelTrained? scored,
        IReadOnlyDictionary<string, StageProgressed> progress, QuarantineAnswer? quarantine = null)
    {
        var stages = RunStages.Of(own, status, progress);
        var times = RunTimes.Of(run, status, stages, progress, own.Failures);
        var known = KnownOf(own);
        return new RunAnswer(
            run.RunId, status, run.AsOf, run.Reason, run.Requester, run.Training, run.Force, times.Accepted(run), times.Started, times.Ended,
            times.Seconds, FailureOf(status, own, quarantine), stages, SnapshotOf(own),
            standing.Find<SnapshotValidated>() is { } validated ? new DatasetAnswer(validated.DatasetVersion, validated.DatasetHash) : null,
            standing.Find<FeaturesBuilt>() is { } built ? new FeatureSetAnswer(built.FeatureSetVersion, built.FeatureSetHash, built.SchemaHash) : null,
            ModelOf(own, standing, scored),
            standing.Find<PredictionsRefreshed>() is { } made
                ? new ForecastsAnswer(made.ModelId, made.Fixtures, made.Forecasts, made.NewForecasts, made.Reasons)
                : null,
            own.Failures, own.Find<SnapshotUnchanged>()?.CompletedRunId,
            ForecastFromOf(known), known?.Live ?? false, quarantine);
    }

    /// <summary>The run as a line of a list.</summary>
    /// <param name="run">The run's row.</param>
    /// <param name="status">Its status now.</param>
    /// <param name="own">Its own events and failures.</param>
    /// <param name="progress">The newest progress reports by stage.</param>
    public static RunSummary Summary(RunRow run, RunStatus status, RunHistory own, IReadOnlyDictionary<string, StageProgressed> progress)
    {
        var times = RunTimes.Of(run, status, RunStages.Of(own, status, progress), progress, own.Failures);
        var failure = FailureOf(status, own, quarantine: null);
        return new RunSummary(
            run.RunId, status, run.AsOf, run.Reason, run.Requester, times.Accepted(run), run.LastAt, $"/v1/runs/{run.RunId}",
            times.Started, times.Ended, times.Seconds, ForecastFromOf(KnownOf(own)),
            failure is { Length: > ShortFailure } ? $"{failure[..(ShortFailure - 1)]}…" : failure, run.Training, run.Force);
    }

    /// <summary>The number of a run's snapshot; null until Validate has read it, in this run or in another.</summary>
    public static int? SnapshotNumberOf(RunHistory history) =>
        history.Find<SnapshotValidated>()?.SnapshotNumber ?? history.Find<SnapshotRejected>()?.SnapshotNumber
        ?? history.Find<SnapshotUnchanged>()?.SnapshotNumber;

    /// <summary>The model that a run's answer is about: the one it trained, else the champion that forecast.</summary>
    public static string? ModelIdOf(RunHistory standing) =>
        standing.Find<ModelTrained>()?.ModelId ?? standing.Find<PredictionsRefreshed>()?.ModelId ?? standing.Find<DriftChecked>()?.ModelId;

    /// <summary>The run as its stages know it; null before the first event.</summary>
    static Run? KnownOf(RunHistory own) => own.Events.Select(told => StageEvent.Of(told).Run).FirstOrDefault(told => told is not null);

    static DateTime? ForecastFromOf(Run? run) => run is null ? null : MatchClock.Of(run.AsOf, run.ForecastFrom).From;

    static ModelAnswer? ModelOf(RunHistory own, RunHistory standing, ModelTrained? scored)
    {
        if (ModelIdOf(standing) is not { } id)
            return null;
        string[] reasons = own.Find<ModelPromoted>()?.Evidence ?? own.Find<ModelHeld>()?.Reasons ?? [];
        return new ModelAnswer(
            id, scored?.Kinds ?? (scored is null ? [] : [scored.Kind]), scored?.Libraries, own.Has<ModelTrained>(), own.Has<ModelPromoted>(), reasons, scored?.HoldOut ?? []);
    }

    static SnapshotAnswer? SnapshotOf(RunHistory history) => history.Find<SnapshotIngested>() is { } ingested
        ? new SnapshotAnswer(ingested.SnapshotId, ingested.SnapshotNumber, ingested.StaleFiles, ingested.FailedUrls)
        : history.Find<SnapshotUnchanged>() is { } unchanged
            ? new SnapshotAnswer(unchanged.SnapshotId, unchanged.SnapshotNumber, 0, unchanged.FailedUrls ?? [])
            : null;

    static string? FailureOf(RunStatus status, RunHistory history, QuarantineAnswer? quarantine) => status switch
    {
        RunStatus.Failed => string.Join("; ", RunState.Unmended(history)
            .Select(failure => $"{failure.Stage} could not work {failure.Message} through: {failure.Reason}")),
        RunStatus.Rejected when history.Find<SnapshotRejected>() is { } rejected =>
            string.Join("; ", rejected.Gates.Where(gate => !gate.Passed).Select(Failed)) + FirstOf(quarantine),
        RunStatus.Superseded when history.Find<SnapshotSuperseded>() is { } superseded =>
            $"snapshot {superseded.SnapshotNumber} came after snapshot {superseded.MergedNumber} had been merged",
        RunStatus.NoChampion => string.Join("; ", [.. history.Find<ModelHeld>()?.Reasons ?? [], .. history.Find<PredictionsRefreshed>()?.Reasons ?? []]),
        RunStatus.Partial =>
            $"{Stale(history.Find<SnapshotIngested>()?.StaleFiles ?? 0)}could not be read: {string.Join("; ", RunState.Unread(history))}",
        RunStatus.Stalled => "nothing was heard of it for a while: see whether its stage is running, and the queues' error queues",
        _ => null,
    };

    static string Failed(GateFigure gate) => FormattableString.Invariant(
        $"{gate.Gate}: {gate.Measure} is {gate.Figure:0.####}, at most {gate.Threshold:0.####}{AdviceFor(gate.Measure)}");

    static string FirstOf(QuarantineAnswer? quarantine) => quarantine is { Rows: > 0, First: [var row, ..] }
        ? FormattableString.Invariant($". {RowsOf(quarantine.Rows)} in quarantine: ")
            + FormattableString.Invariant($"{row.File} line {row.Line}: {row.Reason}")
        : "";

    static string RowsOf(long rows) => rows == 1 ? "The row" : FormattableString.Invariant($"The first of {rows:N0} rows");

    static string AdviceFor(string measure) => measure == "share of results after the run's day"
        ? " (the source is ahead of the day that the run names: leave asOf out, or move a source of your own to it)"
        : "";

    static string Stale(int files) => files switch
    {
        0 => "",
        1 => "1 file stands with its last good bytes; ",
        _ => FormattableString.Invariant($"{files} files stand with their last good bytes; "),
    };
}
