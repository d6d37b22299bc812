using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Soccer.Forecasting;

namespace Soccer.Ingest.Fetching;

/// <summary>Reads the links of the site's pages: HTML of the nineties, full of other sites' banners.</summary>
public static partial class SourceLinks
{
    static readonly HashSet<string> CountryPages = Division.All
        .SelectMany(division => new[] { $"{division.Country}.php", $"{division.Country}m.php" })
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The paths, relative to the site, of a page's links to data files and to country pages.</summary>
    /// <param name="html">The page.</param>
    /// <param name="page">The page's address.</param>
    /// <param name="site">The site's address; links to anywhere else are not followed.</param>
    public static (IReadOnlyList<string> Files, IReadOnlyList<string> Pages) Read(string html, Uri page, Uri site)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var paths = document.QuerySelectorAll("a[href]")
            .Select(link => Uri.TryCreate(page, link.GetAttribute("href"), out var address) ? Relative(address, site) : null)
            .OfType<string>()
            .Distinct()
            .ToList();
        return ([.. paths.Where(path => DataFile().IsMatch(path))], [.. paths.Where(CountryPages.Contains)]);
    }

    static string? Relative(Uri address, Uri site) =>
        SameSite(address.Host, site.Host) && address.AbsolutePath.StartsWith(site.AbsolutePath, StringComparison.Ordinal)
            ? address.AbsolutePath[site.AbsolutePath.Length..]
            : null;

    // The site links to itself with and without www, and by http and https.
    static bool SameSite(string one, string other) => Bare(one).Equals(Bare(other), StringComparison.OrdinalIgnoreCase);

    static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    [GeneratedRegex(@"^(mmz4281/\d{4}/[A-Z0-9]+|new/[A-Z0-9]+|fixtures|new_league_fixtures)\.csv$")]
    private static partial Regex DataFile();
}
