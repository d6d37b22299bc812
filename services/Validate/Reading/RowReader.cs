using System.Globalization;
using Soccer.Forecasting;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Reading;

/// <summary>Reads a file's rows and says of those that can't be right what is wrong.</summary>
public sealed class RowReader(SourceFile file, Columns columns, OddsReader odds, Tally tally)
{
    const int MostGoals = 30;

    readonly TeamReader teams = new();
    readonly HashSet<(DateOnly, long, long, bool)> seen = [];

    /// <summary>The row, or what is wrong with it.</summary>
    public (SourceRow? Row, string? Defect) Read(CsvReader row)
    {
        if (DivisionOf(row) is not { } division)
            return (null, $"division '{row[Math.Max(columns.Division, columns.Country)]}' is not known, or not the file's");
        if (SourceDates.Date(row[columns.Date]) is not { } date)
            return (null, $"date '{row[columns.Date]}' is not a day written dd/mm/yy or dd/mm/yyyy");
        var season = SeasonOf(row);
        if (season is null && !file.IsFixtures)
            return (null, $"season '{row[columns.Season]}' is not a year or two years");
        var spansTwoYears = file.Layout == SourceLayout.Season || row[columns.Season].Contains('/');
        if (season is { } year && !SeasonCalendar.Contains(year, spansTwoYears, date))
            return (null, $"date {date:yyyy-MM-dd} is outside the season of {year}");
        if (teams.Read(division.Country, row[columns.Home]) is not { } home || teams.Read(division.Country, row[columns.Away]) is not { } away)
            return (null, "a team is missing");
        if (home.Equals(away))
            return (null, $"'{home.Name}' plays itself");
        if (!ScoreOf(row, out var fullTime, out var defect))
            return (null, defect);
        if (!seen.Add((date, home.Id, away.Id, fullTime is null)))
            return (null, $"'{home.Name}' against '{away.Name}' on {date:yyyy-MM-dd} stands in the file twice");
        if (HalfTimeOf(row, fullTime, out var halfTime) is { } wrong)
            return (null, wrong);
        var (homeStatistics, awayStatistics) = fullTime is null ? (null, null) : StatisticsReader.Read(row, columns.Statistics, tally);
        var before = odds.Count;
        odds.Read(row);
        return (new SourceRow
        {
            File = file,
            Line = row.Line,
            Division = division,
            Season = season,
            SpansTwoYears = spansTwoYears,
            Date = date,
            KickOff = columns.Time < 0 ? null : SourceDates.Time(row[columns.Time]),
            Home = home,
            Away = away,
            FullTime = fullTime,
            HalfTime = halfTime,
            HomeStatistics = homeStatistics,
            AwayStatistics = awayStatistics,
            Odds = (before, odds.Count - before),
            OddsHash = ContentHash.OfOdds(odds.Since(before)),
        }, null);
    }

    Division? DivisionOf(CsvReader row) => file.Layout switch
    {
        SourceLayout.Season => row[columns.Division].SequenceEqual(file.Division) ? MainOf(file.Division) : null,
        SourceLayout.Country => InCountry(file.Division, row[columns.Country]),
        SourceLayout.Fixtures => MainOf(row[columns.Division].ToString()),
        // The league is a code where its country may have several, else a name that says nothing.
        _ => InCountry(row[columns.League].ToString(), row[columns.Country]) ?? OnlyLeagueOf(row[columns.Country]),
    };

    static Division? MainOf(string code) => Division.Find(code) is { IsMain: true } division ? division : null;

    static Division? InCountry(string code, ReadOnlySpan<char> country) =>
        Division.Of(code) is { } division && country.SequenceEqual(division.Country) ? division : null;

    static Division? OnlyLeagueOf(ReadOnlySpan<char> name)
    {
        foreach (var division in Division.All)
        {
            if (!division.IsMain && name.SequenceEqual(division.Country))
                return division;
        }
        return null;
    }

    int? SeasonOf(CsvReader row) => file.Layout switch
    {
        SourceLayout.Season => file.Season,
        SourceLayout.Country => SourceDates.Season(row[columns.Season]),
        _ => null,
    };

    /// <summary>Both goals missing is a match without a result: postponed, abandoned, or to come. A file of coming matches has no results.</summary>
    bool ScoreOf(CsvReader row, out Score? score, out string? defect)
    {
        (score, defect) = (null, null);
        var home = row[columns.HomeGoals];
        var away = row[columns.AwayGoals];
        if (file.IsFixtures || (home.IsEmpty && away.IsEmpty))
            return true;
        if (Goals(home) is not { } homeGoals || Goals(away) is not { } awayGoals)
        {
            defect = $"score '{home}'-'{away}' is not two numbers of goals up to {MostGoals}";
            return false;
        }
        score = new Score(homeGoals, awayGoals);
        var result = row[columns.Result];
        var expected = score.Value.Outcome switch { Outcome.HomeWin => "H", Outcome.Draw => "D", _ => "A" };
        if (!result.IsEmpty && !result.Equals(expected, StringComparison.OrdinalIgnoreCase))
            defect = $"result '{result}' contradicts the score {homeGoals}-{awayGoals}";
        return defect is null;
    }

    /// <summary>A half of a half-time score is dropped and counted; one that is more than the score is what is wrong with the row.</summary>
    string? HalfTimeOf(CsvReader row, Score? fullTime, out Score? halfTime)
    {
        halfTime = null;
        var home = row[columns.HalfTimeHomeGoals];
        var away = row[columns.HalfTimeAwayGoals];
        if (fullTime is not { } score || (home.IsEmpty && away.IsEmpty))
            return null;
        if (Goals(home) is not { } homeGoals || Goals(away) is not { } awayGoals)
        {
            tally.Add("half-time scores dropped");
            return null;
        }
        if (homeGoals > score.Home || awayGoals > score.Away)
            return $"half-time score {homeGoals}-{awayGoals} is more than the score {score.Home}-{score.Away}";
        halfTime = new Score(homeGoals, awayGoals);
        return null;
    }

    static int? Goals(ReadOnlySpan<char> cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var goals) && goals <= MostGoals ? goals : null;
}
