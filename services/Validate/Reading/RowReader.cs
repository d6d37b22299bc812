using Soccer.Csv;
using Soccer.Forecasting;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Reading;

/// <summary>Reads a file's rows and says of those that can't be right what is wrong.</summary>
public sealed class RowReader(SourceFile file, Columns columns, DateOrder order, KnownDivisions divisions, OddsReader odds, Tally tally)
{
    readonly TeamReader teams = new();
    readonly SeenMatches<(long Home, long Away, bool IsPlayed)> seen = new();

    /// <summary>What the rows of a country's file call their country; null before the first, and for other layouts.</summary>
    public string? Country { get; private set; }

    /// <summary>
    /// The row, or what is wrong with it. A note says what to know of it; a row that has only a note is left out, and nothing is wrong.
    /// </summary>
    public (SourceRow? Row, string? Defect, string? Note) Read(CsvReader row)
    {
        var (division, unknown, isDefect) = DivisionOf(row);
        if (division is null)
            return isDefect ? (null, unknown, null) : (null, null, unknown);
        if (DateCell.Read(row[columns.Date], order) is not { } date)
            return (null, $"date '{row[columns.Date]}' is not a day written dd/mm/yyyy or yyyy-mm-dd", null);
        if (date.Year < SeasonDays.FirstYear && file.Layout == SourceLayout.Country)
            return (null, null, $"before {SeasonDays.FirstYear}: left out");
        var season = SeasonOf(row);
        if (season is null && !file.IsFixtures)
            return (null, $"season '{row[columns.Season]}' is not a year or two years", null);
        var spansTwoYears = file.Layout == SourceLayout.Season || row[columns.Season].Contains('/');
        if (season is { } year && !SeasonDays.Contains(year, spansTwoYears, date))
            return (null, $"date {date:yyyy-MM-dd} is outside the season of {year}", null);
        if (teams.Read(division.Country, row[columns.Home]) is not { } home || teams.Read(division.Country, row[columns.Away]) is not { } away)
            return (null, "a team is missing", null);
        if (home.Equals(away))
            return (null, $"'{home.Name}' plays itself", null);
        if (!file.IsFixtures && MarkOf(row) is { } mark)
            return (null, null, $"marked as not played ({mark}): left out");
        if (!ScoreOf(row, out var fullTime, out var defect))
            return (null, defect, null);
        (int, int)? score = fullTime is { } goals ? (goals.Home, goals.Away) : null;
        if (seen.Add((home.Id, away.Id, score is not null), row.Line, date, score, $"'{home.Name}' against '{away.Name}'") is { } twice)
            return (null, twice, null);
        if (HalfTimeOf(row, fullTime, out var halfTime) is { } wrong)
            return (null, wrong, null);
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
        }, null, order == DateOrder.MonthFirst ? "dates are read with the month first" : null);
    }

    /// <summary>
    /// The division, or why there is none, and whether that is wrong. A division that nobody publishes is not: its own file is read under
    /// its own name, and coming matches of one without a file are left out.
    /// </summary>
    (Division? Division, string? Reason, bool IsDefect) DivisionOf(CsvReader row)
    {
        var code = row[columns.Division];
        var country = row[columns.Country];
        switch (file.Layout)
        {
            case SourceLayout.Season when !code.Equals(file.Division, StringComparison.OrdinalIgnoreCase):
                return (null, $"division '{code}' is not {file.Division}, the file's", true);
            case SourceLayout.Season:
                return Named(Division.Of(file.Code));
            case SourceLayout.Country when country.IsEmpty:
                return (null, "the country is missing", true);
            case SourceLayout.Country:
                Country ??= Division.Find(file.Code)?.Country ?? country.ToString();
                return country.Equals(Country, StringComparison.OrdinalIgnoreCase)
                    ? Named(Division.Of(file.Code))
                    : (null, $"country '{country}' is not {Country}, the file's", true);
            case SourceLayout.Fixtures when code.IsEmpty:
                return (null, "the division is missing", true);
            case SourceLayout.CountryFixtures when country.IsEmpty:
                return (null, "the country is missing", true);
            case SourceLayout.Fixtures:
                return divisions.Of(code) is { } known
                    ? (known, null, false)
                    : (null, $"division '{code}' has no file of results: left out", false);
            default:
                // The league is a code where its country may have several, else a name that says nothing.
                return divisions.LeagueOf(row[columns.League], country) is { } league
                    ? (league, null, false)
                    : (null, $"league '{row[columns.League]}' of country '{country}' has no file of results: left out", false);
        }

        (Division?, string?, bool) Named(Division? division) =>
            division is null ? (null, $"'{file.Division}' is no code of a division: left out", false) : (division, null, false);
    }

    int? SeasonOf(CsvReader row) => file.Layout switch
    {
        SourceLayout.Season => file.Season,
        SourceLayout.Country => SourceDates.Season(row[columns.Season]),
        _ => null,
    };

    /// <summary>Postp, Canc, Abd and the like in the place of goals or of the result; null where there is none.</summary>
    string? MarkOf(CsvReader row)
    {
        foreach (var column in (ReadOnlySpan<int>)[columns.HomeGoals, columns.AwayGoals, columns.Result])
        {
            if (ScoreCell.IsNotPlayed(row[column]))
                return row[column].ToString();
        }
        return null;
    }

    /// <summary>Both goals missing is a match without a result: postponed, abandoned, or to come. A file of coming matches has no results.</summary>
    bool ScoreOf(CsvReader row, out Score? score, out string? defect)
    {
        (score, defect) = (null, null);
        var home = row[columns.HomeGoals];
        var away = row[columns.AwayGoals];
        if (file.IsFixtures || (ScoreCell.IsEmpty(home) && ScoreCell.IsEmpty(away)))
            return true;
        if (ScoreCell.Goals(home) is not { } homeGoals || ScoreCell.Goals(away) is not { } awayGoals)
        {
            defect = $"score '{home}'-'{away}' is not two numbers of goals up to {ScoreCell.MostGoals}";
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
        if (ScoreCell.Goals(home) is not { } homeGoals || ScoreCell.Goals(away) is not { } awayGoals)
        {
            tally.Add("half-time scores dropped");
            return null;
        }
        if (homeGoals > score.Home || awayGoals > score.Away)
            return $"half-time score {homeGoals}-{awayGoals} is more than the score {score.Home}-{score.Away}";
        halfTime = new Score(homeGoals, awayGoals);
        return null;
    }
}
