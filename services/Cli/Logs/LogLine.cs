using Soccer.Cli.Terminal;

namespace Soccer.Cli.Logs;

/// <summary>One line of a process's log.</summary>
/// <param name="Service">The process: the log file's name.</param>
/// <param name="At">When it was written; of a line without a time, that of the line above.</param>
/// <param name="Level">Trace, Debug, Information, Warning, Error or Critical; empty where the line goes on with the line above.</param>
/// <param name="Message">What it says, with the exception below it.</param>
/// <param name="Run">The run that it is about.</param>
/// <param name="Raw">The line as it is in the file.</param>
sealed record LogLine(string Service, DateTimeOffset? At, string Level, string Message, string? Run, string Raw)
{
    /// <summary>For people: 2025-02-01T07:00:03Z train        Information  train began FeaturesBuilt</summary>
    public string Text => Level.Length == 0
        ? $"    {Screen.Printable(Message.TrimStart().Replace('\t', ' '))}"
        : $"{At?.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} {Service,-12} {Level,-11}  {Indented}";

    string Indented => Screen.Printable(Message.ReplaceLineEndings("\n").Replace('\t', ' ').TrimEnd()).Replace("\n", "\n    ", StringComparison.Ordinal);
}
