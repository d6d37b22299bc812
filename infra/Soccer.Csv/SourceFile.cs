using System.Globalization;
using System.Text.RegularExpressions;

namespace Soccer.Csv;

/// <summary>What a file of the source holds.</summary>
public enum SourceLayout
{
    /// <summary>One season of a main division: mmz4281/2425/E0.csv.</summary>
    Season,

    /// <summary>All seasons of a league: new/ARG.csv.</summary>
    Country,

    /// <summary>Coming matches of the main divisions: fixtures.csv.</summary>
    Fixtures,

    /// <summary>Coming matches of the leagues with one file: new_league_fixtures.csv.</summary>
    CountryFixtures,
}

/// <summary>A file of the source, known by its path.</summary>
/// <param name="Path">The path at the source.</param>
/// <param name="Layout">What it holds.</param>
/// <param name="Division">The division of a season's or country's file; empty for fixtures, whose rows name theirs.</param>
/// <param name="Season">The year in which a season's file begins; zero for the others.</param>
public sealed partial record SourceFile(string Path, SourceLayout Layout, string Division, int Season)
{
    /// <summary>The division's code, in capitals.</summary>
    public string Code => Division.ToUpperInvariant();

    /// <summary>True for the files of coming matches.</summary>
    public bool IsFixtures => Layout is SourceLayout.Fixtures or SourceLayout.CountryFixtures;

    /// <summary>The file at a path, or none where the path holds no matches (notes.txt).</summary>
    public static SourceFile? Of(string path)
    {
        if (path == "fixtures.csv")
            return new SourceFile(path, SourceLayout.Fixtures, "", 0);
        if (path == "new_league_fixtures.csv")
            return new SourceFile(path, SourceLayout.CountryFixtures, "", 0);
        if (CountryPath().Match(path) is { Success: true } country)
            return new SourceFile(path, SourceLayout.Country, country.Groups["division"].Value, 0);
        return SeasonPath().Match(path) is { Success: true } season && SeasonOf(season.Groups["years"].Value) is { } year
            ? new SourceFile(path, SourceLayout.Season, season.Groups["division"].Value, year)
            : null;
    }

    /// <summary>9394 is 1993, 0001 is 2000. The source begins in 1993, so that 93 to 99 are the last century's.</summary>
    static int? SeasonOf(string years)
    {
        var first = int.Parse(years.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var second = int.Parse(years.AsSpan(2, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        return second == (first + 1) % 100 ? (first >= 93 ? 1900 : 2000) + first : null;
    }

    [GeneratedRegex(@"^mmz4281/(?<years>\d{4})/(?<division>[A-Za-z0-9]+)\.csv$")]
    private static partial Regex SeasonPath();

    [GeneratedRegex(@"^new/(?<division>[A-Za-z0-9]+)\.csv$")]
    private static partial Regex CountryPath();
}
