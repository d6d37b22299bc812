using System.Text;
using Microsoft.Extensions.Options;
using Soccer.Source.Replay;

namespace Soccer.Source.Site;

/// <summary>Maps a path to what the real site would have had there at the end of a day.</summary>
public sealed class MirrorSite(Mirror mirror, IOptions<SourceOptions> options)
{
    readonly IndexPages pages = new(mirror);

    /// <param name="path">Begins with a slash.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>None where the site has nothing, or nothing yet.</returns>
    public Resource? Find(string path, DateOnly asOf) => path.TrimStart('/') switch
    {
        "robots.txt" => Text(Notes.Robots),
        "notes.txt" => Text(Notes.Key),
        "fixtures.csv" => new(FixtureList.MainLeagues(mirror, asOf, options.Value.DaysAhead), "text/csv", asOf),
        "new_league_fixtures.csv" => new(FixtureList.NewLeagues(mirror, asOf, options.Value.DaysAhead), "text/csv", asOf),
        var file when mirror.At(file) is { } data => data.AsOf(asOf) is var (bytes, last) ? new(bytes, "text/csv", last) : null,
        var page => pages.At(page, asOf) is { } html ? new(html, "text/html", asOf) : null,
    };

    static Resource Text(string text) => new(Encoding.UTF8.GetBytes(text), "text/plain", new(2000, 1, 1));
}
