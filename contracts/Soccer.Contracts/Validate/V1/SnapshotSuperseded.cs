namespace Soccer.Contracts.Validate.V1;

/// <summary>Event: a newer snapshot was merged before this one arrived. Nothing was done with it, and the run ends here.</summary>
/// <param name="Run">The run.</param>
/// <param name="SnapshotId">The snapshot that came late.</param>
/// <param name="SnapshotNumber">Its number.</param>
/// <param name="MergedNumber">The number of the newest merged snapshot.</param>
/// <param name="Step">How it ran.</param>
public sealed record SnapshotSuperseded(Run Run, string SnapshotId, int SnapshotNumber, int MergedNumber, StepTime Step);
