using Soccer.Validate.Matching;

namespace Soccer.Validate.Merging;

/// <summary>Which odds rows of some matches to close and which to write. Rows that stay as they are keep their version. Pure.</summary>
/// <param name="Close">Open rows that changed or are gone.</param>
/// <param name="Write">New rows, by match in the order given.</param>
public sealed record OddsMerge(IReadOnlyList<(long MatchId, CanonicalOdds Odds)> Close, IReadOnlyList<(long MatchId, CanonicalOdds Odds)> Write)
{
    /// <summary>Compares row by row; bookmaker, phase and market are a row's key.</summary>
    /// <param name="matches">The matches as they are to be.</param>
    /// <param name="open">All open rows of these matches and of those that are gone.</param>
    public static OddsMerge Of(IEnumerable<CanonicalMatch> matches, IEnumerable<(long MatchId, CanonicalOdds Odds)> open)
    {
        var before = open.ToDictionary(row => (row.MatchId, row.Odds.Bookmaker, row.Odds.Phase, row.Odds.Market), row => row.Odds);
        var (close, write) = (new List<(long, CanonicalOdds)>(), new List<(long, CanonicalOdds)>());
        foreach (var match in matches)
        {
            foreach (var odds in match.Odds.Span)
            {
                if (before.Remove((match.Id, odds.Bookmaker, odds.Phase, odds.Market), out var known))
                {
                    // Equals, because a missing price is not a number and == says that it differs from itself. Rows that are
                    // equal so hash alike.
                    if (known.Equals(odds))
                        continue;
                    close.Add((match.Id, known));
                }
                write.Add((match.Id, odds));
            }
        }
        close.AddRange(before.Select(row => (row.Key.MatchId, row.Value)));
        return new OddsMerge(close, write);
    }
}
