using System.Globalization;
using Soccer.Csv;
using Soccer.Forecasting;

namespace Soccer.Source.Challenge;

/// <summary>Reads a plain file's rows one by one, and collects what is wrong with those that can't be right.</summary>
sealed class PlainRows(string file, CsvReader row, PlainColumns columns, DateOrder order, LeagueNames leagues, bool goals)
{
    readonly string[] header = [.. Enumerable.Range(0, row.Count).Select(index => row[index].ToString())];
    readonly List<string> bad = [];
    readonly HashSet<string> marks = new(StringComparer.OrdinalIgnoreCase);
    readonly SeenMatches<(string League, string Home, string Away)> seen = new();
    int tooOld, notPlayed;

    public IReadOnlyList<string> Bad => bad;

    public IReadOnlyList<string> Notes =>
    [
        .. tooOld > 0 ? [Line($"{tooOld:N0} rows of {file} before {SeasonDays.FirstYear} were left out")] : (string[])[],
        .. notPlayed > 0
            ? [Line($"{notPlayed:N0} rows of {file} are marked as not played ({string.Join(", ", marks)}) and were left out")]
            : (string[])[],
        .. order == DateOrder.MonthFirst ? [$"Dates of {file} are read with the month first"] : (string[])[],
    ];

    /// <summary>The match in the reader's row; null where it is left out or wrong.</summary>
    public PlainMatch? Match()
    {
        if (DateCell.Read(row[columns.Date], order) is not { } date)
            return Wrong(columns.Date, $"write a day as 2016-08-13 or 13/08/2016, from {SeasonDays.FirstYear} on");
        if (date.Year < SeasonDays.FirstYear)
        {
            tooOld++;
            return null;
        }
        var (league, advice) = leagues.Of(Text(columns.League), Text(columns.Country));
        if (league is null) return Wrong(columns.League, advice);
        var (home, away) = (Text(columns.Home), Text(columns.Away));
        if (home.Length == 0) return Wrong(columns.Home, "write a team's name");
        if (away.Length == 0) return Wrong(columns.Away, "write a team's name");
        if (home.Equals(away, StringComparison.OrdinalIgnoreCase)) return Wrong(columns.Away, "a team can't meet itself: write two names");
        (int, int)? score = null;
        if (goals)
        {
            if (IsMarked()) return null;
            if (!TryScore(out score)) return null;
        }
        var match = new PlainMatch(row.Line, date, league, Text(columns.League), Text(columns.Season), home, away, score);
        // A list may name a match twice; of two results one is wrong.
        return !goals || IsNew(match) ? match : null;
    }

    bool IsMarked()
    {
        foreach (var column in (ReadOnlySpan<int>)[columns.HomeGoals, columns.AwayGoals, columns.Score, columns.Result])
            if (ScoreCell.IsNotPlayed(row[column]))
            {
                marks.Add(row[column].ToString());
                notPlayed++;
                return true;
            }
        return false;
    }

    bool TryScore(out (int Home, int Away)? score)
    {
        score = null;
        if (columns.HomeGoals < 0 || columns.AwayGoals < 0)
        {
            if (ScoreCell.IsEmpty(row[columns.Score])) return true;
            if (ScoreCell.Pair(row[columns.Score]) is not { } pair)
                return HasNoGoals(columns.Score, " as 2-1, or leave it empty");
            score = pair;
        }
        else
        {
            if (ScoreCell.IsEmpty(row[columns.HomeGoals]) && ScoreCell.IsEmpty(row[columns.AwayGoals])) return true;
            if (ScoreCell.Goals(row[columns.HomeGoals]) is not { } home) return HasNoGoals(columns.HomeGoals, ", or leave both empty");
            if (ScoreCell.Goals(row[columns.AwayGoals]) is not { } away) return HasNoGoals(columns.AwayGoals, ", or leave both empty");
            score = (home, away);
        }
        return Agrees(score.Value);
    }

    bool HasNoGoals(int column, string advice)
    {
        Wrong(column, $"write goals from 0 to {ScoreCell.MostGoals}{advice} for a match to come");
        return false;
    }

    bool Agrees((int Home, int Away) score)
    {
        var (letter, figure) = score.Home > score.Away ? ('H', '1') : score.Home == score.Away ? ('D', 'X') : ('A', '2');
        var said = row[columns.Result] is [var result] ? char.ToUpperInvariant(result) : ' ';
        if (!"HDA12X".Contains(said) || said == letter || said == figure) return true;
        Wrong(columns.Result, $"it contradicts {score.Home}-{score.Away}; are the goals in other columns?");
        return false;
    }

    bool IsNew(PlainMatch match)
    {
        var pair = (match.League.Code, match.Home.ToUpperInvariant(), match.Away.ToUpperInvariant());
        if (seen.Add(pair, match.Line, match.Date, match.Goals, $"{match.Home} against {match.Away}") is not { } twice) return true;
        bad.Add($"{file}, line {row.Line}: {twice}");
        return false;
    }

    string Text(int column) => TeamName.Normalise(row[column].ToString());

    PlainMatch? Wrong(int column, string advice)
    {
        bad.Add($"{file}, line {row.Line}, {header[column]} '{row[column]}': {advice}");
        return null;
    }

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
