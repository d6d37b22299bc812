using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Models;

/// <summary>experiments: every fit, with its result and its cost.</summary>
static class ExperimentsVerb
{
    const double Megabyte = 1024 * 1024;

    static readonly Listing<ExperimentView> List = new(
    [
        new("at", "at (UTC)", fit => fit.At) { Format = "yyyy-MM-dd HH:mm", Rank = 4 },
        new("owner", "for", OwnerOf),
        new("kind", "kind", fit => fit.Kind),
        new("fit.matches", "fitted", fit => fit.Fit.Matches) { Format = "N0", Rank = 5 },
        new("blend", "blend", fit => fit.Blend) { Rank = 7 },
        new("rounds", "rounds", fit => fit.Rounds) { Format = "N0", Rank = 6 },
        new("judgedOn", "judged on", fit => fit.JudgedOn) { Rank = 2 },
        new("judged.matches", "matches", fit => fit.Judged?.Matches) { Format = "N0", Rank = 3 },
        new("logLoss", "log loss", fit => fit.LogLoss) { Format = "0.00000" },
        new("seconds", "seconds", fit => fit.Seconds) { Format = "0.0" },
        new("peakBytes", "MB", fit => fit.PeakBytes / Megabyte) { Format = "N0", Rank = 1 },
    ]);

    public static Command Create(Settings settings)
    {
        var purpose = new Option<string?>("--purpose") { Description = "Only those for a run's model (final), a study (trial) or a backtest (backtest)." };
        var kind = new Option<string?>("--kind") { Description = "Only those of a kind, such as results-only." };
        var limit = new Option<int>("--limit") { Description = "How many, 1 to 500.", DefaultValueFactory = _ => 50 };
        const string about = "Every fit, the newest first.";
        string[] examples = ["experiments --purpose final", "experiments --kind market-aware --csv fits.csv"];
        return CommandLine.Verb("experiments", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var query = Query.Of(("limit", $"{parsed.GetValue(limit)}"), ("purpose", parsed.GetValue(purpose)), ("kind", parsed.GetValue(kind)));
            if (await List.Show(parsed, await api.GetText($"v1/experiments{query}", cancellation), "experiments", cancellation) is { } fits)
            {
                Screen.Line(fits.Count == 0
                    ? "There are no such fits yet."
                    : "fitted: matches of the fit; those that stop the boosting are not counted. judged on: matches outside the fit. MB: peak memory.");
            }
            return Exit.Ok;
        }, [purpose, kind, limit, .. List.Options]);
    }

    static string OwnerOf(ExperimentView fit) => fit switch
    {
        { ModelId: { } model } => $"model {ShortIds.Of(model)}",
        { Owner.StudyId: { } study } =>
            string.Create(CultureInfo.InvariantCulture, $"trial {fit.Owner.Trial}, round {fit.Owner.Round} of {ShortIds.Of(study)}"),
        // The ids of a day begin alike.
        _ => $"backtest {ShortIds.Of($"{fit.Owner.BacktestId}", 13)}",
    };
}
