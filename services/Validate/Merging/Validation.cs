using Soccer.Contracts.Validate.V1;

namespace Soccer.Validate.Merging;

/// <summary>How a snapshot ended: as a dataset version, rejected by a gate (no version), or superseded (a newer number is merged).</summary>
/// <param name="DatasetHash">Hash of the snapshot's content; empty where a superseded one was not read.</param>
/// <param name="DatasetVersion">The version in which the content stands, or none.</param>
/// <param name="Unreadable">Files that can't be read, each with the reason.</param>
/// <param name="MergedNumber">The number of the newer snapshot that is merged, or none.</param>
public sealed record Validation(
    string DatasetHash, int? DatasetVersion, int? MergedNumber, int Matches, int Fixtures, int OddsRows,
    int Added, int Changed, int Removed, int Quarantined, GateFigure[] Gates, string[]? Unreadable = null)
{
    /// <summary>A snapshot behind a newer one that is merged.</summary>
    public static Validation Superseded(string hash, int mergedNumber) => new(hash, null, mergedNumber, 0, 0, 0, 0, 0, 0, 0, []);
}

/// <summary>A row of validate.dataset, with what its merge changed.</summary>
public sealed record DatasetVersion(
    int Version, string Hash, int SnapshotNumber, string SnapshotId, int Matches, int Fixtures, int OddsRows, int Added, int Changed, int Removed);
