using System.Text;
using Soccer.Source.Replay;

namespace Soccer.Source.Site;

/// <summary>The pages that lead to the files. A file is linked once it has a row.</summary>
public sealed class IndexPages(Mirror mirror)
{
    static readonly HashSet<string> Main = Codes(Country.Main), New = Codes(Country.New);
    const string Icon = """<IMG SRC="Excel.gif" BORDER="0" ALIGN="Absmiddle">&nbsp;&nbsp;""";

    /// <summary>The page at a path without its slash, or none.</summary>
    public byte[]? At(string path, DateOnly asOf) => path.ToLowerInvariant() switch
    {
        "" or "data.php" => Page.Of("Football Results", asOf, List("Data Files", Country.Main.Concat(Country.New).Select(c => (c.Page, c.Name)).Append(("matches.php", "Fixtures")))),
        "all_new_data.php" => Page.Of("New Leagues", asOf, List("Data Files: New Leagues", Country.New.Select(c => (c.Page, c.Name)).Concat(WithoutPage(asOf)))),
        "matches.php" => Page.Of("Football Fixtures", asOf, List("Upcoming Fixtures", [("fixtures.csv", "Main leagues"), ("new_league_fixtures.csv", "New leagues")])),
        var page => Country.Main.Concat(Country.New).FirstOrDefault(c => c.Page.Equals(page, StringComparison.OrdinalIgnoreCase)) is { } country
            ? Page.Of($"{country.Name} Football Results", asOf, country.NewLeague ? NewLeague(country, asOf) : Seasons(country, asOf))
            : null,
    };

    // A file of a league that no country's page leads to: the plain results of a competition have many, and a mirror may have more
    // divisions.
    IEnumerable<(string Path, string Name)> WithoutPage(DateOnly asOf) =>
        mirror.New.Where(f => !New.Contains(f.File.Code)).Concat(mirror.Main.Where(f => !Main.Contains(f.File.Code)))
            .Where(f => f.File.HasBegun(asOf)).Select(f => (f.Path, f.File.Code));

    static HashSet<string> Codes(Country[] countries) =>
        [.. countries.SelectMany(country => country.Divisions.Select(division => division.Code))];

    string Seasons(Country country, DateOnly asOf)
    {
        var text = Heading($"Data Files: {country.Name}");
        var names = country.Divisions.ToDictionary(d => d.Code, d => d.Name);
        var begun = mirror.Main.Where(f => names.ContainsKey(f.File.Code) && f.File.HasBegun(asOf));
        foreach (var season in begun.GroupBy(f => f.File.Season!.Value))
        {
            text.Append($"<I>Season {season.Key}/{season.Key + 1}</I><BR>\n");
            foreach (var (path, file) in season)
                text.Append($"{Icon}<A HREF=\"{path}\">{names[file.Code]}</A> <FONT SIZE=\"1\">(FT & HT results; match stats; match, total goals & AH odds)</FONT><BR>\n");
            text.Append("<BR>\n\n");
        }
        return text.ToString();
    }

    // Each link stands twice, as on the site: once on the icon, once on the name.
    string NewLeague(Country country, DateOnly asOf)
    {
        var text = Heading($"Data Files: {country.Name}");
        var path = $"new/{country.Divisions[0].Code}.csv";
        if (mirror.At(path) is { } file && file.HasBegun(asOf))
            text.Append($"<A HREF=\"{path}\">{Icon}</A><A HREF={path}>{country.Name}</A> <FONT SIZE=\"1\">(FT results & match odds)</FONT><BR>\n");
        return text.ToString();
    }

    static string List(string title, IEnumerable<(string Path, string Name)> links)
    {
        var text = Heading(title);
        foreach (var (path, name) in links) text.Append($"<LI><A HREF=\"{path}\"><B>{name}</B></A>\n");
        return text.ToString();
    }

    static StringBuilder Heading(string title) => new(
        $"""
        <P align=left>
        <IMG align=right SRC="flag.gif" BORDER="0" ALIGN="Absmiddle"><B>{title}</B><BR>
        <P align=justify>Below you will find download links to all available CSV data files.</P>
        <A HREF="notes.txt">Notes.txt</A> <BR><FONT SIZE="1">(text file key to the data files)</FONT><BR><BR>


        """);
}
