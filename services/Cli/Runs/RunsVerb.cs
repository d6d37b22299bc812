using System.CommandLine;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Runs;

/// <summary>runs: the newest runs.</summary>
static class RunsVerb
{
    static readonly Listing<RunLine> List = new(
    [
        new("id", "run", run => run.Id) { IsId = true },
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
        var limit = new Option<int>("--limit") { Description = "How many, 1 to 200.", DefaultValueFactory = _ => 20 };
        var status = new Option<string?>("--status") { Description = "Only those of a status, such as failed." };
        return CommandLine.Verb("runs", "The newest runs.", async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var only = parsed.GetValue(status) is { } wanted ? $"&status={Uri.EscapeDataString(wanted)}" : "";
            var answer = await api.GetText($"v1/runs?limit={parsed.GetValue(limit)}{only}", cancellation);
            if (await List.Show(parsed, answer, "runs", cancellation) is { Count: 0 })
                Screen.Line(parsed.GetValue(status) is { } none ? $"There are no runs that are {Screen.Plain(none)}." : "There are no runs yet.");
            return Exit.Ok;
        }, [limit, status, .. List.Options]);
    }
}
