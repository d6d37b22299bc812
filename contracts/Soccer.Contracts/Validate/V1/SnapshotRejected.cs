namespace Soccer.Contracts.Validate.V1;

/// <summary>Event: a snapshot can't be right. Nothing of it was merged; the champion and its forecasts stay. The run ends here.</summary>
/// <param name="Run">The run.</param>
/// <param name="SnapshotId">The snapshot.</param>
/// <param name="SnapshotNumber">Its number.</param>
/// <param name="Gates">Every gate's figure; those that failed say by how much.</param>
/// <param name="Quarantined">Rows in quarantine.</param>
/// <param name="Step">How it ran.</param>
public sealed record SnapshotRejected(Run Run, string SnapshotId, int SnapshotNumber, GateFigure[] Gates, int Quarantined, StepTime Step);
