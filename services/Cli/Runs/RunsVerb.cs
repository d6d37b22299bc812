using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Runs;

/// <summary>runs: the newest runs.</summary>
static class RunsVerb
{
    static readonly Listing<RunLine> List = new(
    [
        new("id", "run", run => run.Id) { IsId = true, LeastId = ShortIds.LeastOfTimed },
        new("status", "status", run => run.Status) { Colour = run => RunColour.Of(run.Status) },
        new("asOf", "as of", run => run.AsOf) { Rank = 2 },
        new("acceptedAt", "accepted (UTC)", run => run.AcceptedAt),
        new("startedAt", "started (UTC)", run => run.StartedAt) { Rank = 6 },
        new("endedAt", "ended (UTC)", run => run.EndedAt) { Rank = 5 },
        new("seconds", "seconds", run => run.Seconds) { Rank = 1, Format = "0.0" },
        new("requester", "by", run => run.Requester) { Rank = 3 },
        new("reason", "why", run => run.Reason) { Rank = 4, Wraps = true },
    ]);

    public static Command Create(Settings settings)
    {
        var limit = new ListLimit("runs", 20, 1_000);
        var status = new Option<string?>("--status") { Description = "Only those of a status, such as failed." };
        var requester = new Option<string?>("--requester") { Description = "Only those that somebody requested: api, cli, schedule, or another name." };
        var since = new Option<string?>("--since") { Description = "Only those accepted since a day or a UTC instant: 2025-02-01 or 2025-02-01T07:00:00Z." };
        var until = new Option<string?>("--until") { Description = "Only those accepted until then; a day is included whole." };
        var asOf = Options.Day("--as-of", "Only those for results through a day");
        const string about = "The newest runs.";
        string[] examples = ["runs --status failed", "runs --since 2025-02-01 --requester schedule --csv runs.csv"];
        return CommandLine.Verb("runs", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            (string, string?)[] filters =
            [
                ("status", parsed.GetValue(status)), ("requester", parsed.GetValue(requester)), ("since", parsed.GetValue(since)),
                ("until", parsed.GetValue(until)), ("asOf", parsed.GetValue(asOf)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ];
            var answer = await api.GetText($"v1/runs{Query.Of([("limit", $"{limit.Of(parsed, List.IsTable(parsed))}"), .. filters])}", cancellation);
            if (await List.Show(parsed, answer, "runs", cancellation, limit) is { Count: 0 })
                Screen.Line(filters.All(filter => filter.Item2 is null) ? "There are no runs yet." : "No run matches.");
            return Exit.Ok;
        }, [limit.Option, status, requester, since, until, asOf, .. List.Options]);
    }
}
