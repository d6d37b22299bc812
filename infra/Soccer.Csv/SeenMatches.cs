namespace Soccer.Csv;

/// <summary>
/// Finds rows of one file that are the same match: the same teams at the same ground on the same day, or with the same score a day or two
/// apart.
/// </summary>
/// <typeparam name="TPair">What identifies the two teams and the ground.</typeparam>
public sealed class SeenMatches<TPair>
    where TPair : notnull
{
    /// <summary>
    /// Days between two meetings that can't both be real. Of 291,000 matches none was followed by another of the same two with the same
    /// score so soon; one was after three days (New York City and Philadelphia in 2018, league and play-off).
    /// </summary>
    const int SameMatchDays = 2;

    readonly Dictionary<TPair, List<(int Line, DateOnly Date, (int Home, int Away)? Score)>> rows = [];

    /// <summary>Why a row repeats an earlier one, naming that one's line; null if it is new.</summary>
    /// <param name="pair">The two teams and the ground.</param>
    /// <param name="line">The row's line.</param>
    /// <param name="date">The day.</param>
    /// <param name="score">The score; null for a match to come.</param>
    /// <param name="match">What the message calls the match: Alva against Brega.</param>
    public string? Add(TPair pair, int line, DateOnly date, (int Home, int Away)? score, string match)
    {
        if (!rows.TryGetValue(pair, out var before))
            rows[pair] = before = [];
        foreach (var row in before)
        {
            if (row.Date == date)
                return $"{match} on {date:yyyy-MM-dd} stands on line {row.Line} already; leave one of the two out";
            if (score is var (home, away) && row.Score == score && Math.Abs(row.Date.DayNumber - date.DayNumber) <= SameMatchDays)
            {
                return $"{match} ended {home}-{away} on {date:yyyy-MM-dd} and, on line {row.Line}, on {row.Date:yyyy-MM-dd}; "
                    + "leave the wrong day out";
            }
        }
        before.Add((line, date, score));
        return null;
    }
}
