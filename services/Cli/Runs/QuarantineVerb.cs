using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Runs;

/// <summary>quarantine: what was not read of a run's snapshot.</summary>
static class QuarantineVerb
{
    public static Command Create(Settings settings)
    {
        var id = new Argument<string?>("ID") { Description = "The run's id; left out: the newest run.", Arity = ArgumentArity.ZeroOrOne };
        var limit = new Option<int>("--limit")
        {
            Description = "How many rows, files and notes, 1 to 10000.",
            DefaultValueFactory = _ => 50,
        };
        var json = Options.Json();
        const string description = "Rows and files of a run's snapshot that were not read, with file, line and reason.";
        return CommandLine.Verb("quarantine", description, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var run = parsed.GetValue(id) ?? await Newest(api, cancellation);
            var path = $"v1/runs/{Uri.EscapeDataString(run)}/quarantine?limit={parsed.GetValue(limit)}";
            if (parsed.GetValue(json))
                Console.WriteLine(await api.GetText(path, cancellation));
            else
                Print(await api.Get<QuarantineView>(path, cancellation));
            return Exit.Ok;
        }, id, limit, json);
    }

    static async Task<string> Newest(ApiClient api, CancellationToken cancellation) =>
        (await api.Get<RunLines>("v1/runs?limit=1", cancellation)).Runs is [var run]
            ? $"{run.Id}"
            : throw new ExitException(Exit.Failed, "There are no runs yet.");

    static void Print(QuarantineView quarantine)
    {
        if (quarantine is { Rows: 0, Unreadable.Count: 0, Notes.Count: 0 })
            Screen.Line("Everything was read.");
        if (quarantine.Unreadable.Count > 0)
            Screen.Print(
                ["<file that can't be read", "reason"],
                quarantine.Unreadable.Select(file => new[] { Screen.Plain(file.File), Screen.Plain(file.Reason) }));
        if (quarantine.Rows > 0)
        {
            Screen.Print(["<file", ">line", "row that can't be right"], quarantine.First.Select(Cells));
            Screen.Print(
                ["<file", ">rows in quarantine"],
                quarantine.Files.Select(file => new[] { Screen.Plain(file.File), Count(file.Rows) }));
        }
        if (quarantine.Notes.Count > 0)
            Screen.Print(["<file", ">line", ">rows", "note"], quarantine.Notes.Select(note => new[]
            {
                Screen.Plain(note.File), $"{note.Line}", Count(note.Rows), Screen.Plain(note.Reason),
            }));
        if (quarantine.Rows > quarantine.First.Count)
            Screen.Line($"{Count(quarantine.First.Count)} of {Count(quarantine.Rows)} rows are shown; --limit shows more");
    }

    static string Count(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    static string[] Cells(QuarantineEntryView row) => [Screen.Plain(row.File), $"{row.Line}", Screen.Plain(row.Reason)];
}
