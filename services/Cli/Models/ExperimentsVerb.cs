using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Models;

/// <summary>experiments: every fit, with its result and its cost.</summary>
static class ExperimentsVerb
{
    const double Mebibyte = 1024 * 1024;

    static readonly Listing<ExperimentView> List = new(
    [
        new("at", "at (UTC)", fit => fit.At) { Format = "yyyy-MM-dd HH:mm", Rank = 4 },
        new("owner", "for", OwnerOf),
        new("kind", "kind", fit => fit.Kind),
        new("fit.matches", "fitted", fit => fit.Fit.Matches) { Format = "N0", Rank = 5 },
        new("stop.matches", "stopped by", fit => fit.Stop?.Matches) { Format = "N0", Rank = 5 },
        new("blend", "blend", fit => fit.Blend) { Rank = 7 },
        new("rounds", "rounds", fit => fit.Rounds) { Format = "N0", Rank = 6 },
        new("judgedOn", "judged on", fit => fit.JudgedOn) { Rank = 2 },
        new("judged.matches", "matches", fit => fit.Judged?.Matches) { Format = "N0", Rank = 3 },
        new("logLoss", "log loss", fit => fit.LogLoss) { Format = "0.00000" },
        new("seconds", "seconds", fit => fit.Seconds) { Format = "0.0" },
        new("peakBytes", "MiB", fit => fit.PeakBytes)
        {
            Text = fit => (fit.PeakBytes / Mebibyte).ToString("N0", CultureInfo.InvariantCulture), Rank = 1,
        },
    ]);

    static readonly Legend Heads = new(
    [
        ("fitted: matches that the kind learned from; for market-aware only those with opening odds", ["fit.matches"]),
        ("stopped by: newer matches that chose the number of rounds; - if that is fixed, and then they count as fitted", ["stop.matches"]),
        ("judged on: matches outside the fit", ["judgedOn"]),
        ("MiB: peak memory, 1,048,576 bytes each", ["peakBytes"]),
    ]);

    public static Command Create(Settings settings)
    {
        var purpose = new Option<string?>("--purpose") { Description = "Only those for a run's model (final), a study (trial) or a backtest (backtest)." };
        var kind = new Option<string?>("--kind") { Description = "Only those of a kind, such as results-only." };
        var limit = new ListLimit("fits", 50, 1_000);
        const string about = "Every fit, the newest first.";
        string[] examples = ["experiments --purpose final", "experiments --kind market-aware --csv fits.csv"];
        return CommandLine.Verb("experiments", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var query = Query.Of(("limit", $"{limit.Of(parsed, List.IsTable(parsed))}"), ("purpose", parsed.GetValue(purpose)), ("kind", parsed.GetValue(kind)));
            var answer = await api.GetText($"v1/experiments{query}", cancellation);
            if (await List.Show(parsed, answer, "experiments", cancellation, limit, Heads) is { Count: 0 })
                Screen.Line("There are no such fits yet.");
            return Exit.Ok;
        }, [purpose, kind, limit.Option, .. List.Options]);
    }

    static string OwnerOf(ExperimentView fit) => fit switch
    {
        { ModelId: { } model } => $"model {ShortIds.Of(model)}",
        { Owner.StudyId: { } study } =>
            string.Create(CultureInfo.InvariantCulture, $"trial {fit.Owner.Trial}, round {fit.Owner.Round} of {ShortIds.Of(study)}"),
        _ => $"backtest {ShortIds.Of($"{fit.Owner.BacktestId}", ShortIds.LeastOfTimed)}",
    };
}
