using System.CommandLine;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;
using Soccer.Contracts;

namespace Soccer.Cli.Runs;

/// <summary>run: starts a run over the bus and follows it.</summary>
static class RunVerb
{
    public static Command Create(Settings settings)
    {
        var asOf = Options.Day("--as-of", "The day through which results are known, in London; matches are forecast from the day after. Left out: yesterday, and what has not kicked off yet is forecast");
        var training = Options.Training();
        var force = Options.Force();
        var trials = Options.Trials();
        var reason = new Option<string>("--reason") { Description = "Why, in words.", DefaultValueFactory = _ => "asked for on the command line" };
        var json = Options.Json();
        var timeout = Options.Timeout();
        const string about = "Start a run and follow it to its end.";
        string[] examples = ["run", "run --as-of 2025-02-01 --training always"];
        return CommandLine.Verb("run", about, examples, async (parsed, cancellation) =>
        {
            if (parsed.GetValue(trials) > 0 && parsed.GetValue(training) == Training.Never)
                throw new ExitException(Exit.Usage, "--trials needs a training: leave --training never out");
            using var api = new ApiClient(settings.Api, settings.Key);
            await using var bus = await BusClient.Connect(settings, cancellation);
            var id = await RunStart.Send(
                bus, parsed.GetValue(asOf), parsed.GetValue(reason)!, parsed.GetValue(training), parsed.GetValue(force),
                parsed.GetValue(trials), cancellation);
            var limit = TimeSpan.FromSeconds(parsed.GetValue(timeout));
            var follow = new RunFollow(api, TimeProvider.System);
            if (parsed.GetValue(json))
            {
                var quiet = await follow.ToItsEnd(id, limit, _ => { }, cancellation);
                Console.WriteLine(RunJson.Of(quiet));
                return CodeOf(quiet);
            }
            var run = await RunDisplay.Show(id, show => follow.ToItsEnd(id, limit, show, cancellation));
            RunSummary.Print(run);
            return CodeOf(run);
        }, asOf, training, force, trials, reason, json, timeout);
    }

    static int CodeOf(RunView run) => run.IsGood ? Exit.Ok : Exit.Failed;
}
