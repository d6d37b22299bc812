using System.CommandLine;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Runs;

/// <summary>runs: the newest runs.</summary>
static class RunsVerb
{
    public static Command Create(Settings settings)
    {
        var limit = new Option<int>("--limit") { Description = "How many, 1 to 200.", DefaultValueFactory = _ => 20 };
        var status = new Option<string?>("--status") { Description = "Only those of a status, such as failed." };
        var json = Options.Json();
        return CommandLine.Verb("runs", "The newest runs.", async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var only = parsed.GetValue(status) is { } wanted ? $"&status={Uri.EscapeDataString(wanted)}" : "";
            var path = $"v1/runs?limit={parsed.GetValue(limit)}{only}";
            if (parsed.GetValue(json))
            {
                Console.WriteLine(await api.GetText(path, cancellation));
                return Exit.Ok;
            }
            var runs = await api.Get<RunLines>(path, cancellation);
            if (runs.Runs.Count == 0)
            {
                Screen.Line(parsed.GetValue(status) is null ? "There are no runs yet." : $"There are no runs that are {Screen.Plain(parsed.GetValue(status))}.");
                return Exit.Ok;
            }
            Screen.Print(["run", "status", "as of", "accepted", "by", "why"], runs.Runs.Select(run => new[]
            {
                $"{run.Id}", run.Status, $"{run.AsOf:yyyy-MM-dd}", $"{run.AcceptedAt:yyyy-MM-dd HH:mm:ss}", Screen.Plain(run.Requester), Screen.Plain(run.Reason),
            }));
            return Exit.Ok;
        }, limit, status, json);
    }
}
