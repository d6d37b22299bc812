namespace Soccer.Contracts.Validate.V1;

/// <summary>Event: a snapshot passed its gates, and its good rows stand as a dataset version.</summary>
/// <param name="Run">The run.</param>
/// <param name="SnapshotId">The snapshot.</param>
/// <param name="SnapshotNumber">Its number.</param>
/// <param name="DatasetVersion">The version in which the rows stand; the same number again where nothing changed.</param>
/// <param name="DatasetHash">SHA-256 over the version's content, hex; independent of order and of the number of steps.</param>
/// <param name="Matches">Played matches at the version.</param>
/// <param name="Fixtures">Matches without a result at the version.</param>
/// <param name="OddsRows">Odds rows at the version.</param>
/// <param name="Added">Match rows that this snapshot added.</param>
/// <param name="Changed">Match rows that it changed.</param>
/// <param name="Removed">Match rows that it removed.</param>
/// <param name="Quarantined">Rows of the snapshot that can't be right and stand in quarantine.</param>
/// <param name="Gates">The gates' figures.</param>
/// <param name="Step">How it ran.</param>
/// <param name="Unreadable">Files of the snapshot that can't be read, each with the reason; at most 20. Null from older publishers.</param>
public sealed record SnapshotValidated(
    Run Run, string SnapshotId, int SnapshotNumber, int DatasetVersion, string DatasetHash, int Matches, int Fixtures, int OddsRows,
    int Added, int Changed, int Removed, int Quarantined, GateFigure[] Gates, StepTime Step, string[]? Unreadable = null);
