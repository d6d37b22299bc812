namespace Soccer.Train.Backtesting;

/// <summary>A test season with what may be known when it begins: everything before 1 July of its year, and nothing after.</summary>
/// <param name="Season">The year in which it began.</param>
/// <param name="Split">To fit: from the end of the warm-up; to stop: the year before 1 July; held out: all from 1 July on that <paramref name="Rows"/> reach to.</param>
/// <param name="Rows">
/// Positions of the matches to forecast: the season's, in the main divisions; in the others, whose seasons follow calendars of their own, those of the twelve months from 1 July.
/// </param>
public sealed record BacktestSeason(int Season, TimeSplit Split, int[] Rows)
{
    /// <summary>As people write it: 2023/24.</summary>
    public string Name => NameOf(Season);

    /// <summary>As people write it: 2023/24.</summary>
    public static string NameOf(int season) => $"{season}/{(season + 1) % 100:00}";

    /// <summary>Cuts the matches for a season.</summary>
    /// <param name="matches">All of them.</param>
    /// <param name="season">The year in which it began.</param>
    /// <param name="warmUpYears">Years at the beginning that ratings need to warm up: see <see cref="TimeSplit.At"/>.</param>
    /// <exception cref="BacktestRequestException">The season has no match, or too few lie before it.</exception>
    public static BacktestSeason Of(BacktestMatches matches, int season, int warmUpYears)
    {
        var set = matches.Set;
        var (cut, end) = (new DateOnly(season, 7, 1), new DateOnly(season + 1, 7, 1));
        int[] rows = [.. Enumerable.Range(0, set.Count).Where(match =>
            set.Dates[match] >= cut && (set.IsMain(match) ? matches.Seasons[match] == season : set.Dates[match] < end))];
        var played = matches.Played();
        if (rows.Length == 0 || !played.Contains(season))
            throw new BacktestRequestException(
                "testSeasons", $"no match of the season {NameOf(season)} is known; the seasons played are {string.Join(", ", played.Select(NameOf))}");

        var split = TimeSplit.At(set.Dates, cut.AddYears(-1), cut, warmUpYears);
        var (fit, stop) = (set.Dates[split.Fit].Length, set.Dates[split.Stop].Length);
        if (Math.Min(fit, stop) < TimeSplit.LeastMatches)
            throw new BacktestRequestException(
                "testSeasons",
                $"before the season {NameOf(season)} there are {fit} matches to fit and {stop} to stop; each part needs {TimeSplit.LeastMatches}: choose a later season");

        return new(season, split with { HoldOut = split.HoldOut.Start..(rows[^1] + 1) }, rows);
    }
}
