using System.CommandLine;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Runs;

/// <summary>run-show: how one run stands.</summary>
static class RunShowVerb
{
    public static Command Create(Settings settings)
    {
        var id = new Argument<string>("ID") { Description = "The run's id; runs lists them." };
        var json = Options.Json();
        return CommandLine.Verb("run-show", "How a run stands.", async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var run = await api.Get<RunView>($"v1/runs/{Uri.EscapeDataString(parsed.GetValue(id)!)}", cancellation);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(RunJson.Of(run));
                return Exit.Ok;
            }
            RunDisplay.Print(run);
            RunSummary.Print(run);
            return Exit.Ok;
        }, id, json);
    }
}
