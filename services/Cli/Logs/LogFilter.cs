namespace Soccer.Cli.Logs;

/// <summary>Which lines are wanted.</summary>
/// <param name="Run">A run's id, or its beginning.</param>
/// <param name="Since">Only lines that are not older.</param>
sealed record LogFilter(string? Run, DateTimeOffset? Since)
{
    /// <summary>Whether every line is wanted.</summary>
    public bool TakesAll => Run is null && Since is null;

    public bool Takes(LogLine line) =>
        (Since is null || line.At >= Since) && (Run is null || line.Run?.StartsWith(Run, StringComparison.OrdinalIgnoreCase) == true);
}
