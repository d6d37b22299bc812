using System.Globalization;

namespace Soccer.Source.Challenge;

/// <summary>A plain file of matches: date, league, teams, and goals where it has been played.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Matches">Rows that can be right, in the order of the file.</param>
/// <param name="Bad">Of the others: file, line, field, value, and what to do.</param>
public sealed record PlainFile(string Name, IReadOnlyList<PlainMatch> Matches, IReadOnlyList<string> Bad)
{
    const int MostGoals = 30, FirstYear = 1990, LastYear = 2100;
    static readonly string[] Days = ["yyyy-M-d", "d/M/yyyy", "d/M/yy"];
    static readonly string[] NoGoals = ["", "-", "NA", "N/A", "NAN", "NULL"];

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="goals">Whether it has results; a list of fixtures needs no goals, and what it says of them is not looked at.</param>
    /// <exception cref="PlainFileException">It is empty, or a column is missing.</exception>
    public static PlainFile Read(string name, byte[] bytes, bool goals)
    {
        PlainColumns? columns = null;
        string[] header = [];
        List<PlainMatch> matches = [];
        List<string> bad = [];
        Dictionary<(string, DateOnly, string, string), int> seen = [];
        foreach (var (line, cells) in PlainTable.Read(bytes))
            if (columns is null)
                columns = PlainColumns.Of(name, header = cells, goals);
            else if (Match(line, cells) is { } match)
                matches.Add(match);
        return columns is null ? throw new PlainFileException($"{name} is empty. The first line names the columns: Date,League,Home,Away,HG,AG") : new(name, matches, bad);

        PlainMatch? Match(int line, string[] cells)
        {
            if (Day(Cell(columns.Date)) is not { } date)
                return Wrong(columns.Date, $"write a day as 2016-08-13 or 13/08/2016, from {FirstYear} on");
            if (League.Of(Cell(columns.League)) is not { } league)
                return Wrong(columns.League, $"write letters from A to Z, and a digit at the end for the level, as in ENG1; at most {League.LongestCode} letters and digits");
            var (home, away) = (Team(columns.Home), Team(columns.Away));
            if (home.Length == 0) return Wrong(columns.Home, "write a team's name");
            if (away.Length == 0) return Wrong(columns.Away, "write a team's name");
            if (home.Equals(away, StringComparison.OrdinalIgnoreCase)) return Wrong(columns.Away, "a team can't meet itself: write two names");
            (int, int)? score = null;
            if (goals && !(IsNone(columns.HomeGoals) && IsNone(columns.AwayGoals)))
            {
                if (Goals(columns.HomeGoals) is not { } homeGoals) return Wrong(columns.HomeGoals, $"write goals from 0 to {MostGoals}, or leave both empty for a match to come");
                if (Goals(columns.AwayGoals) is not { } awayGoals) return Wrong(columns.AwayGoals, $"write goals from 0 to {MostGoals}, or leave both empty for a match to come");
                score = (homeGoals, awayGoals);
            }
            var match = new PlainMatch(line, date, league, Cell(columns.League), Cell(columns.Season), home, away, score);
            // A list may name a match twice; of two results one is wrong.
            if (!goals || seen.TryAdd(match.Key, line)) return match;
            bad.Add($"{name}, line {line}: {home} against {away} on {date:yyyy-MM-dd} stands on line {seen[match.Key]} already; leave one of the two out");
            return null;

            string Cell(int column) => column >= 0 && column < cells.Length ? cells[column] : "";
            string Team(int column) => string.Join(' ', Cell(column).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            bool IsNone(int column) => NoGoals.Contains(Cell(column).ToUpperInvariant());
            int? Goals(int column) => int.TryParse(Cell(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostGoals ? number : null;

            PlainMatch? Wrong(int column, string advice)
            {
                bad.Add($"{name}, line {line}, {header[column]} '{Cell(column)}': {advice}");
                return null;
            }
        }
    }

    // A time of day after the day is cut off.
    static DateOnly? Day(string cell) =>
        DateOnly.TryParseExact(cell.Split(' ', 'T')[0], Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear ? day : null;
}
