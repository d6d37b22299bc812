using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Runs;

/// <summary>run-show: how one run stands.</summary>
static class RunShowVerb
{
    public static Command Create(Settings settings)
    {
        var id = new Argument<string>("ID") { Description = "The run's id, or its first 8 characters or more; runs lists them." };
        var json = Options.Json();
        const string about = "How a run stands.";
        string[] examples = ["run-show 01993b6c-7a52", "run-show 01993b6c-7a52 --json"];
        return CommandLine.Verb("run-show", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var answer = await api.GetText($"v1/runs/{Uri.EscapeDataString(parsed.GetValue(id)!)}", cancellation);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(RunJson.WithShortForm(answer));
                return Exit.Ok;
            }
            var run = JsonSerializer.Deserialize<RunView>(answer, JsonSerializerOptions.Web)!;
            PrintRequest(run);
            RunDisplay.Print(run);
            RunSummary.Print(run);
            return Exit.Ok;
        }, id, json);
    }

    static void PrintRequest(RunView run)
    {
        Screen.Entry("run", $"[bold]{run.Id}[/]");
        Screen.Entry("requested", Screen.Plain($"by {run.Requester}{(run.Reason.Length > 0 ? $": {run.Reason}" : "")}"));
        Screen.Entry("times (UTC)", $"accepted {TimeOf(run.AcceptedAt)}, started {TimeOf(run.Started)}, ended {TimeOf(run.Ended)}");
    }

    static string TimeOf(DateTime? instant) => instant?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-";
}
