namespace Soccer.Contracts.Ingest.V1;

/// <summary>Event: the source holds what a completed run has already worked through. The run ends here.</summary>
/// <param name="Run">The run.</param>
/// <param name="SnapshotId">The snapshot that stands.</param>
/// <param name="SnapshotNumber">Its number.</param>
/// <param name="CompletedRunId">The run that worked it through.</param>
/// <param name="Step">How it ran.</param>
/// <param name="FailedUrls">Pages and files that could not be read this time, with the reason; at most 20. Null from older
/// publishers.</param>
public sealed record SnapshotUnchanged(
    Run Run, string SnapshotId, int SnapshotNumber, Guid CompletedRunId, StepTime Step, string[]? FailedUrls = null);
