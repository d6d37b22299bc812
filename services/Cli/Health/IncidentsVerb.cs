using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Health;

/// <summary>incidents: messages that the services gave up, and why.</summary>
static class IncidentsVerb
{
    static readonly Listing<IncidentView> List = new(
    [
        new("incidentId", "incident", incident => incident.IncidentId) { IsId = true },
        new("at", "at (UTC)", incident => incident.At),
        new("kind", "kind", incident => incident.Kind) { Rank = 2 },
        new("queue", "queue", incident => incident.Queue) { Rank = 1 },
        new("message", "message", incident => incident.Message) { Rank = 4 },
        new("runId", "run", incident => incident.RunId) { IsId = true, LeastId = ShortIds.LeastOfTimed, Rank = 3 },
        new("reason", "reason", incident => incident.Reason) { Wraps = true },
        new("body", "body", incident => incident.Body) { IsHidden = true, Wraps = true },
    ]);

    public static Command Create(Settings settings)
    {
        var id = new Argument<string?>("ID")
        {
            Description = "An incident's id, or its first 8 characters or more: shows it in full. Left out: the newest incidents.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var limit = new ListLimit("incidents", 20, 1_000);
        var since = new Option<string?>("--since") { Description = "Only those since a day or a UTC instant: 2025-02-01 or 2025-02-01T07:00:00Z." };
        string[] examples = ["incidents --since 2025-02-01", "incidents 6f1ed002"];
        const string about = "Messages that could not be processed, and why; the newest first.";
        return CommandLine.Verb("incidents", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            if (parsed.GetValue(id) is { } one)
            {
                List.RefuseFor(parsed, "one incident", limit.Option, since);
                var incident = await api.GetText($"v1/incidents/{Uri.EscapeDataString(one)}", cancellation);
                if (List.IsJson(parsed))
                    Console.WriteLine(incident);
                else
                    Print(JsonSerializer.Deserialize<IncidentView>(incident, JsonSerializerOptions.Web)!);
                return Exit.Ok;
            }
            var query = Query.Of(("limit", $"{limit.Of(parsed, List.IsTable(parsed))}"), ("since", parsed.GetValue(since)));
            if (await List.Show(parsed, await api.GetText($"v1/incidents{query}", cancellation), "incidents", cancellation, limit) is { Count: 0 })
                Screen.Line("There are no incidents.");
            return Exit.Ok;
        }, [id, limit.Option, since, .. List.Options]);
    }

    static void Print(IncidentView incident)
    {
        Screen.Entry("incident", $"[bold]{Screen.Plain(incident.IncidentId)}[/]");
        Screen.Entry("at (UTC)", incident.At.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        foreach (var (label, text) in new[]
        {
            ("kind", incident.Kind), ("queue", incident.Queue), ("message", incident.Message), ("run", incident.RunId), ("reason", incident.Reason),
            ("body", incident.Body),
        })
            Screen.Entry(label, Screen.Plain(text ?? "-"));
    }

    sealed record IncidentView(string IncidentId, string Kind, string Queue, string? Message, string? RunId, string Reason, string? Body, DateTime At);
}
