using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Soccer.Cli.Services;

namespace Soccer.Cli.Logs;

/// <summary>logs: what the processes have logged, all in one or one process's, of any time or run.</summary>
static partial class LogsVerb
{
    const string Description = """
        The end of the logs, of one process or of all in the order of time; with --run or --since every line that fits.
        """;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <param name="settings">Cli__Logs: the folder of the log files.</param>
    /// <param name="clock">What --since counts back from.</param>
    public static Command Create(Settings settings, TimeProvider? clock = null)
    {
        var time = clock ?? TimeProvider.System;
        var name = new Argument<string?>("NAME")
        {
            Description = "A process, such as train or rabbitmq; all without it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var run = new Option<string?>("--run")
        {
            Description = "Only lines of this run: its id, or at least the first 8 characters.",
            CustomParser = RunId,
        };
        var since = new Option<DateTimeOffset?>("--since")
        {
            Description = "Only lines of the last 90s, 30m, 1h or 2d, or since an instant such as 2025-02-01T07:00:00Z.",
            CustomParser = result => Since(result, time.GetUtcNow()),
        };
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with what is logged from now on." };
        var raw = new Option<bool>("--raw") { Description = "Lines as they are in the files: JSON of our own services." };
        string[] examples =
        [
            "logs",
            "logs train -f",
            "logs --run 01946a2b --since 1h",
            "logs --since 2025-02-01T07:00:00Z validate",
        ];
        return CommandLine.Verb("logs", Description, examples, async (parsed, cancellation) =>
        {
            var folder = settings.Configuration["Cli:Logs"]
                ?? throw new ExitException(Exit.Usage, "Cli__Logs is not set: the folder of the log files.");
            if (LogView.Names(folder).Count == 0)
                throw new ExitException(Exit.Failed, "There are no logs yet. ./soccer up starts what writes them.");
            var service = Known(parsed.GetValue(name), folder);
            var filter = new LogFilter(parsed.GetValue(run), parsed.GetValue(since));
            using var view = new LogView(folder, service, filter);
            var lines = view.Read(service is null ? 10 : 100);
            Print(lines, parsed.GetValue(raw));
            if (parsed.GetValue(follow))
                await Follow(view, parsed.GetValue(raw), time, cancellation);
            else if (lines.Count == 0 && !filter.TakesAll)
                throw new ExitException(Exit.Failed, "No line of the logs is of that run or time.");
            return Exit.Ok;
        }, name, run, since, follow, raw);
    }

    /// <summary>DriftCheck and drift-check are the same process.</summary>
    static string? Known(string? name, string folder)
    {
        if (name is null)
            return null;
        var service = Capital.Replace(name, "-").ToLowerInvariant();
        var names = LogView.Names(folder);
        return names.Contains(service)
            ? service
            : throw new ExitException(Exit.Usage, $"There is no log of {service}. There are: {string.Join(", ", names)}");
    }

    static void Print(IReadOnlyList<LogLine> lines, bool raw)
    {
        foreach (var line in lines)
            Console.WriteLine(raw ? line.Raw : line.Text);
    }

    static async Task Follow(LogView view, bool raw, TimeProvider time, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            Print(view.New(), raw);
            await Task.Delay(Pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static string? RunId(ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (!BeginningOfId.IsMatch(text))
            result.AddError($"--run '{text}': write a run's id, or at least its first 8 characters; ./soccer runs lists them");
        return text;
    }

    static DateTimeOffset? Since(ArgumentResult result, DateTimeOffset now)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (Length.Match(text) is { Success: true } length)
        {
            var seconds = long.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture) * length.Groups[2].Value switch
            {
                "s" => 1,
                "m" => 60,
                "h" => 3600,
                _ => 86400,
            };
            return now.AddSeconds(-seconds);
        }
        string[] instants = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd"];
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal;
        if (DateTimeOffset.TryParseExact(text, instants, CultureInfo.InvariantCulture, utc, out var instant))
            return instant;
        result.AddError($"--since '{text}': write 90s, 30m, 1h or 2d, or an instant such as 2025-02-01T07:00:00Z");
        return null;
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    static partial Regex Capital { get; }

    [GeneratedRegex("^[0-9a-fA-F]{8}[0-9a-fA-F-]{0,28}$")]
    static partial Regex BeginningOfId { get; }

    [GeneratedRegex("^([0-9]{1,5})([smhd])$")]
    static partial Regex Length { get; }
}
