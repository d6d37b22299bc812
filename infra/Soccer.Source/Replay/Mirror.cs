using Soccer.Csv;

namespace Soccer.Source.Replay;

/// <summary>
/// A folder laid out as the publisher's site: mmz4281/&lt;season&gt;/&lt;Div&gt;.csv and new/&lt;CODE&gt;.csv, whatever the case of the
/// names.
/// </summary>
public sealed class Mirror
{
    static readonly EnumerationOptions Anywhere = new() { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive };

    readonly Dictionary<string, MirrorFile> files = new(StringComparer.Ordinal);
    readonly List<string> ignored = [];

    /// <exception cref="DirectoryNotFoundException">The folder has neither part.</exception>
    public Mirror(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, "mmz4281")) && !Directory.Exists(Path.Combine(folder, "new")))
            throw new DirectoryNotFoundException($"Source:Mirror is '{folder}', which has neither mmz4281/ nor new/; give a mirror of football-data.co.uk.");
        foreach (var part in (string[])["mmz4281", "new"])
            foreach (var disk in Csv(Path.Combine(folder, part)))
                Add(disk, part, Path.GetRelativePath(folder, disk));
    }

    /// <summary>CSV files that are served under no address, each with the reason.</summary>
    public IReadOnlyList<string> Ignored => ignored;

    /// <summary>The file at a path of the site, without a leading slash.</summary>
    public MirrorFile? At(string path) => files.GetValueOrDefault(path);

    /// <summary>Main divisions: path and file, the newest season first, within it by division.</summary>
    public IEnumerable<(string Path, MirrorFile File)> Main => files
        .Where(f => f.Value.Season is not null)
        .OrderByDescending(f => f.Value.Season).ThenBy(f => f.Value.Code, StringComparer.Ordinal)
        .Select(f => (f.Key, f.Value));

    /// <summary>New leagues, by code.</summary>
    public IEnumerable<(string Path, MirrorFile File)> New => files
        .Where(f => f.Value.Season is null).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value));

    /// <summary>Where replay stands when nothing else is said: 1 February in the newest season, when every league has both a past and a future.</summary>
    public DateOnly DefaultAsOf => Main.Select(f => f.File.Season).FirstOrDefault() is { } season
        ? new(season + 1, 2, 1)
        : New.Select(f => f.File.Last()).Max()?.AddDays(-7)
            ?? throw new InvalidOperationException("Source:Mirror has no file with a dated row; set Source:AsOf or give another mirror.");

    // By name, so that of two files with one address the same one is served on every machine.
    static IEnumerable<string> Csv(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.csv", Anywhere).Order(StringComparer.Ordinal) : [];

    void Add(string disk, string part, string relative)
    {
        var code = Path.GetFileNameWithoutExtension(disk).ToUpperInvariant();
        var season = part == "mmz4281" ? SeasonOf(disk) : null;
        var path = season is null ? $"new/{code}.csv" : $"mmz4281/{Path.GetFileName(Path.GetDirectoryName(disk))}/{code}.csv";
        if (SourceFile.Of(path) is null || (part == "mmz4281" && season is null))
            ignored.Add($"{relative}: its path is none of the site; mmz4281/2425/E0.csv or new/ARG.csv is needed");
        else if (!files.TryAdd(path, new MirrorFile(disk, path, code, season)))
            ignored.Add($"{relative}: another file has the address {path}");
    }

    // 9394 begins in 1993, 9900 in 1999, 2425 in 2024.
    static int? SeasonOf(string file) =>
        Path.GetFileName(Path.GetDirectoryName(file)) is { Length: 4 } code && int.TryParse(code.AsSpan(0, 2), out var year)
            ? year + (year >= 70 ? 1900 : 2000)
            : null;
}
