using Soccer.Source.Replay;

namespace Soccer.Source.World;

/// <summary>A season's file as cells, before it is written as bytes: the header and the rows in the order of the file.</summary>
/// <param name="Path">Inside the mirror: mmz4281/2425/E0.csv.</param>
/// <param name="Header">Column names.</param>
/// <param name="Rows">Cells of each row.</param>
public sealed record SeasonText(string Path, string[] Header, List<string[]> Rows)
{
    static readonly HashSet<string> NewLeagueAppointment = ["Country", "League", "Season", "Home", "Away"];

    /// <summary>The file of these matches; one that was put off has, at its first day, a row too, with what was known before the match.</summary>
    public static SeasonText Of(string path, Column[] columns, IEnumerable<SimulatedMatch> matches)
    {
        var rows = matches
            .SelectMany(m => m.PostponedFrom is { } day
                ? new[] { (m.Date, Row: Cells(columns, m)), (Date: day, Row: WithoutScore(columns, m with { Date = day })) }
                : [(m.Date, Row: Cells(columns, m))])
            .OrderBy(r => r.Date)
            .Select(r => r.Row);
        return new(path, [.. columns.Select(c => c.Name)], [.. rows]);
    }

    static string[] Cells(Column[] columns, SimulatedMatch match) => [.. columns.Select(c => c.Value(match))];

    static string[] WithoutScore(Column[] columns, SimulatedMatch match) =>
        [.. columns.Select(c => FixtureColumns.Filled(c.Name) || NewLeagueAppointment.Contains(c.Name) ? c.Value(match) : "")];
}
