namespace Soccer.Source.Replay;

/// <summary>A folder laid out as the publisher's site: mmz4281/&lt;season&gt;/&lt;Div&gt;.csv and new/&lt;CODE&gt;.csv.</summary>
public sealed class Mirror
{
    readonly Dictionary<string, MirrorFile> files;

    /// <exception cref="DirectoryNotFoundException">The folder has neither part.</exception>
    public Mirror(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, "mmz4281")) && !Directory.Exists(Path.Combine(folder, "new")))
            throw new DirectoryNotFoundException($"Source:Mirror is '{folder}', which has neither mmz4281/ nor new/; give a mirror of football-data.co.uk.");
        files = Csv(folder, "mmz4281").Concat(Csv(folder, "new")).ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
            file => new MirrorFile(file, Path.GetFileNameWithoutExtension(file), SeasonOf(file)),
            StringComparer.Ordinal);
    }

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

    static IEnumerable<string> Csv(string folder, string part) => Path.Combine(folder, part) is var path && Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*.csv", SearchOption.AllDirectories)
        : [];

    // 9394 begins in 1993, 9900 in 1999, 2425 in 2024.
    static int? SeasonOf(string file) =>
        Path.GetFileName(Path.GetDirectoryName(file)) is { Length: 4 } code && int.TryParse(code.AsSpan(0, 2), out var year)
            ? year + (year >= 70 ? 1900 : 2000)
            : null;
}
