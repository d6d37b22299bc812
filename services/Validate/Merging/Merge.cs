using Soccer.Validate.Matching;

namespace Soccer.Validate.Merging;

/// <summary>A match row that is open in the database.</summary>
public sealed record OpenMatch(KnownMatch Known, byte[] RowHash, byte[] OddsHash);

/// <summary>What takes the newest dataset version to a new content. Pure.</summary>
/// <param name="Write">Matches whose row is new or differs, in the order of their ids.</param>
/// <param name="Close">Ids of open rows that are no longer so: changed or removed.</param>
/// <param name="NewOdds">Of <paramref name="Write"/>, matches with odds that had no row before.</param>
/// <param name="ChangedOdds">Of <paramref name="Write"/>, matches that were there with other odds.</param>
/// <param name="Removed">Ids of matches that are gone, with their odds.</param>
public sealed record Merge(
    IReadOnlyList<CanonicalMatch> Write, IReadOnlyList<long> Close, IReadOnlyList<CanonicalMatch> NewOdds,
    IReadOnlyList<CanonicalMatch> ChangedOdds, IReadOnlyList<long> Removed)
{
    /// <summary>Matches that were not there.</summary>
    public int Added { get; } = NewOdds.Count;

    /// <summary>Matches that were there with another row or other odds.</summary>
    public int Changed { get; } = Write.Count - NewOdds.Count;

    /// <summary>Compares by hashes.</summary>
    public static Merge Of(IReadOnlyList<CanonicalMatch> matches, IReadOnlyDictionary<long, OpenMatch> open)
    {
        var (write, close, added, changedOdds) = (new List<CanonicalMatch>(), new List<long>(), new List<CanonicalMatch>(), new List<CanonicalMatch>());
        var kept = new HashSet<long>();
        foreach (var match in matches)
        {
            if (!open.TryGetValue(match.Id, out var before))
            {
                write.Add(match);
                added.Add(match);
                continue;
            }
            kept.Add(match.Id);
            var sameOdds = before.OddsHash.AsSpan().SequenceEqual(match.OddsHash);
            if (sameOdds && before.RowHash.AsSpan().SequenceEqual(match.RowHash))
                continue;
            write.Add(match);
            close.Add(match.Id);
            if (!sameOdds)
                changedOdds.Add(match);
        }
        long[] removed = [.. open.Keys.Where(id => !kept.Contains(id)).Order()];
        close.AddRange(removed);
        return new Merge(write, close, added, changedOdds, removed);
    }
}
