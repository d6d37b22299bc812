namespace Soccer.Contracts.Ingest.V1;

/// <summary>Event: the source's state is stored as a numbered snapshot.</summary>
/// <param name="Run">The run.</param>
/// <param name="SnapshotId">SHA-256 of the manifest, hex.</param>
/// <param name="SnapshotNumber">Counts snapshots in the order in which they were taken.</param>
/// <param name="Files">Files in the manifest.</param>
/// <param name="ChangedFiles">Of these, how many differ from the snapshot before.</param>
/// <param name="StaleFiles">Of these, how many could not be fetched and stand with their last good bytes.</param>
/// <param name="Bytes">Raw bytes in all.</param>
/// <param name="FailedUrls">Pages that could not be read, the files behind <paramref name="StaleFiles"/> and those never fetched, with the reason; at most 20.</param>
/// <param name="Step">How it ran.</param>
public sealed record SnapshotIngested(
    Run Run, string SnapshotId, int SnapshotNumber, int Files, int ChangedFiles, int StaleFiles, long Bytes, string[] FailedUrls, StepTime Step);
