using Soccer.Api.Ledger;
using Soccer.Contracts.Progress.V1;

namespace Soccer.Api.Runs;

/// <summary>When a run began and ended, UTC.</summary>
/// <param name="Started">When its first stage began, or failed where nothing else is known of it; null if none has.</param>
/// <param name="Ended">When it ended; null while it is open.</param>
sealed record RunTimes(DateTime? Started, DateTime? Ended)
{
    /// <summary>From its start to its end, to the millisecond.</summary>
    public double? Seconds => Started is { } first && Ended is { } last ? Math.Round((last - first).TotalSeconds, 3) : null;

    /// <summary>When the run was accepted: the ledger may hear of it only after its first stage has begun.</summary>
    public DateTime Accepted(RunRow run) => Started is { } first && first < run.AcceptedAt ? first : run.AcceptedAt;

    public static RunTimes Of(
        RunRow run, RunStatus status, IReadOnlyList<StageAnswer> stages, IReadOnlyDictionary<string, StageProgressed> progress,
        IReadOnlyCollection<RunFailure> failures) => new(
        stages.Min(stage => stage.Started) ?? progress.Values.Min(report => (DateTime?)report.At) ?? failures.Min(failure => (DateTime?)failure.At),
        status.IsOpen() ? null : stages.Max(stage => stage.Ended) ?? run.LastAt);
}
