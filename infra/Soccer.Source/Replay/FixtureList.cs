using System.Text;
using Soccer.Csv;

namespace Soccer.Source.Replay;

/// <summary>
/// The matches of the days after a date, as the publisher lists them on Fridays and Tuesdays: fixtures.csv for the main divisions,
/// new_league_fixtures.csv for the new leagues. Nothing that is known only after the match, or only at kick-off, is in them.
/// </summary>
public static class FixtureList
{
    static readonly string[] NewLeague = ["Country", "League", "Date", "Time", "Home", "Away", "PH", "PD", "PA", "MaxH", "MaxD", "MaxA", "AvgH", "AvgD", "AvgA"];

    /// <summary>fixtures.csv. The header is the union of the files' own, each new column after the one that it follows in its file.</summary>
    public static byte[] MainLeagues(Mirror mirror, DateOnly asOf, int days)
    {
        var files = mirror.Main
            .Where(f => CanReach(f.File.Season!.Value, asOf, days))
            .OrderBy(f => f.File.Code, StringComparer.Ordinal)
            .Select(f => f.File.Between(asOf.AddDays(1), asOf.AddDays(days)))
            .Select(f => (Header: f.Header.ConvertAll(c => FixtureColumns.Name(c.Trim())), f.Rows))
            .ToArray();
        var columns = new List<string> { "Div", "Date", "Time", "HomeTeam", "AwayTeam", "FTHG", "FTAG", "FTR", "HTHG", "HTAG", "HTR" };
        foreach (var (header, _) in files) Merge(columns, header);
        return Written(columns, files.SelectMany(f => f.Rows.Select(row => columns.Select(c => FixtureColumns.Filled(c) ? Cell(f.Header, row, c) : ""))));
    }

    /// <summary>new_league_fixtures.csv. The data has closing odds only, so the columns of opening odds are empty.</summary>
    public static byte[] NewLeagues(Mirror mirror, DateOnly asOf, int days) => Written(NewLeague, mirror.New
        .Select(f => f.File.Between(asOf.AddDays(1), asOf.AddDays(days)))
        .Select(f => (Header: f.Header.ConvertAll(FixtureColumns.NewName), f.Rows))
        .SelectMany(f => f.Rows.Select(row => NewLeague.Select(c => Array.IndexOf(NewLeague, c) < 6 ? Cell(f.Header, row, c) : ""))));

    // A season is played from July to August of the next year at the latest, as in 2020; a month more on either side does no harm.
    static bool CanReach(int season, DateOnly asOf, int days) =>
        asOf.AddDays(days) >= new DateOnly(season, 6, 1) && asOf < new DateOnly(season + 1, 9, 30);

    static void Merge(List<string> columns, List<string> header)
    {
        var after = -1;
        foreach (var name in header.Where(FixtureColumns.Listed))
        {
            var at = columns.IndexOf(name);
            if (at < 0) columns.Insert(at = after + 1, name);
            after = at;
        }
    }

    static string Cell(List<string> header, List<string> row, string column) =>
        header.IndexOf(column) is var at and >= 0 && at < row.Count ? row[at] : "";

    static byte[] Written(IReadOnlyList<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(',', header).Append("\r\n");
        foreach (var row in rows) text.AppendJoin(',', row.Select(cell => CsvText.Quoted(cell, ','))).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
