using Soccer.Forecasting;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Reading;

/// <summary>Finds rows of one file that are one match: the same teams at the same ground on the same day, or with the same score a day or two apart.</summary>
public sealed class SeenResults
{
    /// <summary>
    /// Days between two meetings that can't both be real. Of 291,000 matches none was followed by another of the same two with the same score so
    /// soon; one was after three days (New York City and Philadelphia in 2018, league and play-off).
    /// </summary>
    const int SameMatchDays = 2;

    readonly Dictionary<(long Home, long Away), List<(DateOnly Date, Score? Score, int Line)>> rows = [];

    /// <summary>Why a row is one that was seen before; null where it is new.</summary>
    public string? Add(int line, DateOnly date, Team home, Team away, Score? score)
    {
        if (!rows.TryGetValue((home.Id, away.Id), out var before))
            rows[(home.Id, away.Id)] = before = [];
        foreach (var row in before)
        {
            if (row.Date == date && row.Score is null == score is null)
                return $"'{home.Name}' against '{away.Name}' on {date:yyyy-MM-dd} stands on line {row.Line} already; leave one of the two out";
            if (score is not null && row.Score == score && Math.Abs(row.Date.DayNumber - date.DayNumber) <= SameMatchDays)
            {
                return $"'{home.Name}' against '{away.Name}' ended {score.Value.Home}-{score.Value.Away} on {date:yyyy-MM-dd} and, on line {row.Line}, "
                    + $"on {row.Date:yyyy-MM-dd}; leave the wrong day out";
            }
        }
        before.Add((date, score, line));
        return null;
    }
}
