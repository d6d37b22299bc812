using System.CommandLine;
using System.Text.Json;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Health;

/// <summary>alerts: the alerts that fire, as Alertmanager has them.</summary>
static class AlertsVerb
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    static readonly Listing<AlertView> List = new(
    [
        new("labels.alertname", "alert", alert => alert.Labels.GetValueOrDefault("alertname")),
        new("startsAt", "since (UTC)", alert => alert.StartsAt),
        new("labels.severity", "severity", alert => alert.Labels.GetValueOrDefault("severity"))
        {
            Colour = alert => alert.Labels.GetValueOrDefault("severity") == "critical" ? "red" : "yellow",
        },
        new("labels.vhost", "vhost", alert => alert.Labels.GetValueOrDefault("vhost")) { Rank = 2 },
        new("status.state", "state", alert => alert.Status?.State) { Rank = 3 },
        new("annotations.summary", "summary", alert => alert.Annotations.GetValueOrDefault("summary")) { Wraps = true },
        new("annotations.runbook", "runbook", RunbookOf) { Rank = 1 },
    ]);

    public static Command Create(Settings settings)
    {
        string[] examples = ["alerts"];
        return CommandLine.Verb("alerts", "The alerts that fire, each with its runbook.", examples, async (parsed, cancellation) =>
        {
            var address = settings.Alertmanager ?? throw new ExitException(
                Exit.Usage, "The address of Alertmanager is not known: set Cli__Alertmanager, such as http://127.0.0.1:15493/");
            var answer = await Ask(address, cancellation);
            if (List.IsJson(parsed))
            {
                Console.WriteLine(answer);
                return Exit.Ok;
            }
            using var alerts = JsonDocument.Parse(answer);
            if (await List.Show(parsed, [.. alerts.RootElement.EnumerateArray()], cancellation) is { } firing)
                Screen.Line(firing.Count == 0 ? "No alert fires." : "docs/operations.md has a runbook for each, under its name.");
            return Exit.Ok;
        }, [.. List.Options]);
    }

    static async Task<string> Ask(Uri address, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = Limit };
        try
        {
            return await http.GetStringAsync("api/v2/alerts?active=true", cancellation);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new ExitException(Exit.Away, $"Alertmanager at {address} does not answer: {error.Message}");
        }
    }

    static string? RunbookOf(AlertView alert) => alert.Annotations.GetValueOrDefault("runbook")
        ?? (alert.Labels.GetValueOrDefault("alertname") is { } name ? $"docs/operations.md#{name.ToLowerInvariant()}" : null);

    sealed record AlertView(
        IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations, DateTime StartsAt, AlertStatus? Status);

    sealed record AlertStatus(string State);
}
