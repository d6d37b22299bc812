using System.Security.Cryptography;
using System.Text;

namespace Soccer.Ingest;

/// <summary>A file as the source has it, or as it had it last.</summary>
/// <param name="Path">Its path at the source.</param>
/// <param name="Sha256">Hash of its bytes, hex; none where it was never fetched.</param>
/// <param name="Content">Its bytes where they were fetched now; none where the stored ones stand.</param>
/// <param name="Bytes">How many bytes it has.</param>
/// <param name="ETag">The source's tag for these bytes.</param>
/// <param name="LastModified">When the source says that it changed.</param>
/// <param name="Checked">Whether the source was asked and answered now.</param>
/// <param name="Failure">Why it could not be fetched or read: address and reason.</param>
/// <param name="IsSourceFault">Whether the failure says that the source is broken: not where it answered with something else than the file,
/// or never had it.</param>
public sealed record SourceFile(
    string Path, string? Sha256, byte[]? Content, int Bytes, string? ETag, DateTimeOffset? LastModified, bool Checked, string? Failure,
    bool IsSourceFault = false);

/// <summary>What a run took, and its clock: what the step remembers.</summary>
/// <param name="AsOf">The day through which results are known.</param>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="ForecastFrom">The instant from which matches are forecast, UTC; null for the day after <paramref name="AsOf"/>.</param>
/// <param name="Live">Whether the source follows the real clock.</param>
public sealed record Taken(DateOnly AsOf, Snapshot Snapshot, DateTime? ForecastFrom = null, bool Live = false);

/// <summary>A stored snapshot: its ids and counts.</summary>
public sealed record Snapshot(string SnapshotId, int Number, int Files, int ChangedFiles, int StaleFiles, long Bytes, string[] Failed)
{
    /// <summary>The manifest's hash: paths and hashes of the files, in the order of the paths.</summary>
    public static string IdOf(IEnumerable<SourceFile> files)
    {
        var manifest = string.Join('\n', files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Path} {file.Sha256}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(manifest)));
    }
}

/// <summary>The run that has worked a snapshot through, if there is one: what the step remembers.</summary>
public sealed record Known(Guid? CompletedRunId);
