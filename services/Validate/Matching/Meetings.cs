using Soccer.Validate.Reading;

namespace Soccer.Validate.Matching;

/// <summary>What one team's home matches against another in one season of a division come to, among all rows about them.</summary>
public static class Meetings
{
    /// <summary>
    /// A fixture and a result up to this many days apart are one match: matches are put off or brought forward by a day or two for television and weather.
    /// Of 291,000 matches a dozen followed another of the same two at the same ground so closely; such a one is seen when its result is there.
    /// </summary>
    const int SameMatchDays = 3;

    /// <summary>
    /// The meetings in the order in which they count: results by date, then what is to come. A row without a result is dropped where a result is dated
    /// at most three days before it or later, because then that is its result: it was postponed, re-dated, or the file of coming matches is older. Of
    /// two rows of one coming match the file of coming matches wins, and its later row.
    /// </summary>
    /// <param name="rows">All rows of one division, season, home team and away team.</param>
    /// <param name="seasonIsOver">Whether the division has results of a later season: what was not played by then never was.</param>
    /// <param name="tally">Counts what is dropped.</param>
    public static List<SourceRow> Of(IReadOnlyList<SourceRow> rows, bool seasonIsOver, Tally tally)
    {
        var meetings = rows.Where(row => row.FullTime is not null).OrderBy(row => row.Date).ToList();
        var played = meetings.Count;
        foreach (var row in rows.Where(row => row.FullTime is null).OrderByDescending(row => row.File.IsFixtures).ThenByDescending(row => row.Date))
        {
            if (seasonIsOver)
                tally.Add("unplayed rows dropped: the season is over");
            else if (played > 0 && meetings[played - 1].Date.DayNumber >= row.Date.DayNumber - SameMatchDays)
                tally.Add("unplayed rows dropped: the match is played");
            else if (meetings.Skip(played).Any(other => !row.File.IsFixtures || Math.Abs(other.Date.DayNumber - row.Date.DayNumber) <= SameMatchDays))
                tally.Add("unplayed rows dropped: the match has another date");
            else
                meetings.Add(row);
        }
        meetings.Sort(played, meetings.Count - played, ByDate);
        return meetings;
    }

    static readonly Comparer<SourceRow> ByDate = Comparer<SourceRow>.Create((one, other) => one.Date.CompareTo(other.Date));
}
