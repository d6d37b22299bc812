namespace Soccer.Cli.Logs;

/// <summary>The logs of a folder as one, in the order of time.</summary>
sealed class LogView(string folder, string? service, LogFilter filter) : IDisposable
{
    readonly Dictionary<string, LogFile> files = [];

    /// <summary>The names of the logs that exist.</summary>
    public static IReadOnlyList<string> Names(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.log").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>
    /// What there is: every line that the filter takes, or, where it takes all, the last <paramref name="lines"/> of each log.
    /// </summary>
    /// <exception cref="ExitException">The beginning of an id is that of several runs.</exception>
    public IReadOnlyList<LogLine> Read(int lines)
    {
        var read = InOrder(file => filter.TakesAll ? file.Next().TakeLast(lines) : file.Earlier().Concat(file.Next()).Where(filter.Takes));
        if (filter.Run is null)
            return read;
        string[] runs = [.. read.Select(line => line.Run!.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)];
        return runs.Length <= 1
            ? read
            : throw new ExitException(Exit.Usage, $"--run '{filter.Run}' is the beginning of several runs: {string.Join(", ", runs)}");
    }

    /// <summary>What has been written since the last look.</summary>
    public IReadOnlyList<LogLine> New() => InOrder(file => file.Next().Where(filter.Takes));

    /// <summary>By time; lines of the same time keep their order, so that what goes on with a line stays below it.</summary>
    LogLine[] InOrder(Func<LogFile, IEnumerable<LogLine>> of) =>
        [.. Files().SelectMany(of).OrderBy(line => line.At ?? DateTimeOffset.MinValue)];

    public void Dispose()
    {
        foreach (var file in files.Values)
            file.Dispose();
    }

    IEnumerable<LogFile> Files()
    {
        foreach (var name in service is null ? Names(folder) : [service])
        {
            if (!files.TryGetValue(name, out var file))
                files[name] = file = new LogFile(Path.Combine(folder, $"{name}.log"));
            yield return file;
        }
    }
}
