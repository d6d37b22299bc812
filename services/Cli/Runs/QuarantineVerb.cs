using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Runs;

/// <summary>quarantine: what was not read of a run's snapshot.</summary>
static class QuarantineVerb
{
    static readonly Listing<QuarantineEntryView> Rows = new(
    [
        new("file", "file", row => row.File),
        new("line", "line", row => row.Line),
        new("reason", "row that can't be right", row => row.Reason) { Wraps = true },
    ], "the rows");

    static readonly Column<QuarantineEntryView>[] UnreadableColumns =
    [
        new("file", "file that can't be read", file => file.File),
        new("reason", "reason", file => file.Reason) { Wraps = true },
    ];

    static readonly Column<QuarantineCountView>[] FileColumns =
    [
        new("file", "file", file => file.File),
        new("rows", "rows in quarantine", file => file.Rows) { Format = "N0" },
    ];

    static readonly Column<QuarantineEntryView>[] NoteColumns =
    [
        new("file", "file", note => note.File),
        new("line", "line", note => note.Line),
        new("rows", "rows", note => note.Rows) { Format = "N0" },
        new("reason", "note", note => note.Reason) { Wraps = true },
    ];

    public static Command Create(Settings settings)
    {
        var id = new Argument<string?>("ID") { Description = "The run's id; left out: the newest run.", Arity = ArgumentArity.ZeroOrOne };
        var limit = new ListLimit("rows, files and notes", 50, 10_000);
        const string description = "Rows and files of a run's snapshot that were not read, with file, line and reason.";
        string[] examples = ["quarantine", "quarantine 01993b6c-7a52 --csv rows.csv"];
        return CommandLine.Verb("quarantine", description, examples, async (parsed, cancellation) =>
        {
            var isTable = Rows.IsTable(parsed);
            using var api = new ApiClient(settings.Api, settings.Key);
            var run = parsed.GetValue(id) ?? await Newest(api, cancellation);
            var answer = await api.GetText($"v1/runs/{Uri.EscapeDataString(run)}/quarantine?limit={limit.Of(parsed, isTable)}", cancellation);
            var quarantine = JsonSerializer.Deserialize<QuarantineView>(answer, JsonSerializerOptions.Web)!;
            if (isTable)
                PrintFiles(quarantine, Rows.IsWide(parsed));
            if (await Rows.Show(parsed, answer, "first", cancellation) is not null)
                PrintRest(quarantine, Rows.IsWide(parsed));
            else if (quarantine.Rows > quarantine.First.Count)
                Console.Error.WriteLine(ShownOf(quarantine));
            return Exit.Ok;
        }, [id, limit.Option, .. Rows.Options]);
    }

    static async Task<string> Newest(ApiClient api, CancellationToken cancellation) =>
        (await api.Get<RunLines>("v1/runs?limit=1", cancellation)).Runs is [var run]
            ? $"{run.Id}"
            : throw new ExitException(Exit.Failed, "There are no runs yet.");

    static void PrintFiles(QuarantineView quarantine, bool isWide)
    {
        if (quarantine is { Rows: 0, Unreadable.Count: 0, Notes.Count: 0 })
            Screen.Line("Everything was read.");
        if (quarantine.Unreadable.Count > 0)
            Table.Print(UnreadableColumns, quarantine.Unreadable, isWide, more: "see --wide or --json");
    }

    static void PrintRest(QuarantineView quarantine, bool isWide)
    {
        if (quarantine.Rows > 0)
            Table.Print(FileColumns, quarantine.Files, isWide, more: "see --wide or --json");
        if (quarantine.Notes.Count > 0)
            Table.Print(NoteColumns, quarantine.Notes, isWide, more: "see --wide or --json");
        if (quarantine.Rows > quarantine.First.Count)
            Screen.Line($"{ShownOf(quarantine)}; --limit N or --limit all shows more");
    }

    static string ShownOf(QuarantineView quarantine) => $"showing {Count(quarantine.First.Count)} of {Counted.Of(quarantine.Rows, "row")}";

    static string Count(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);
}
