using Soccer.Validate.Reading;

namespace Soccer.Validate.Matching;

/// <summary>Which season a day belongs to, by the results of the division so far.</summary>
public sealed class SeasonCalendar
{
    /// <summary>
    /// A season whose newest result is at most this many days before a fixture is still running. Rounds are a week apart; of 830 pairs of seasons two begin
    /// less than 14 days after the one before (Romania 2013 and 2020).
    /// </summary>
    const int RunningDays = 14;

    /// <summary>Seasons over two years begin between 1 July (Mexico) and October (2020), and have ended before July but in 2020.</summary>
    const int FirstMonth = 7;

    readonly Dictionary<(string Division, int Season), DateOnly> newestResults = [];
    readonly Dictionary<string, (int Season, bool SpansTwoYears)> newestSeasons = [];

    public SeasonCalendar(IEnumerable<SourceRow> results)
    {
        foreach (var row in results)
        {
            if (row is not { Season: { } season, FullTime: not null })
                continue;
            var key = (row.Division.Code, season);
            if (!newestResults.TryGetValue(key, out var newest) || row.Date > newest)
                newestResults[key] = row.Date;
            if (!newestSeasons.TryGetValue(row.Division.Code, out var last) || season > last.Season)
                newestSeasons[row.Division.Code] = (season, row.SpansTwoYears);
        }
    }

    /// <summary>
    /// The season of a coming match: by the calendar, unless the season before is still running (its newest result is days ago) and the next has no result yet.
    /// </summary>
    public int Of(string division, DateOnly date)
    {
        var spansTwoYears = !newestSeasons.TryGetValue(division, out var last) || last.SpansTwoYears;
        var season = spansTwoYears && date.Month < FirstMonth ? date.Year - 1 : date.Year;
        var running = newestResults.TryGetValue((division, season - 1), out var newest) && date.DayNumber - newest.DayNumber <= RunningDays;
        return running && !newestResults.ContainsKey((division, season)) ? season - 1 : season;
    }

    /// <summary>Whether a later season of the division has results.</summary>
    public bool IsOver(string division, int season) => newestSeasons.TryGetValue(division, out var last) && last.Season > season;
}
