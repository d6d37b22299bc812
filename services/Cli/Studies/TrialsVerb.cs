using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Studies;

/// <summary>trials: the searches for parameters, or the trials of one compared.</summary>
static class TrialsVerb
{
    const string Loss = "0.00000";
    const string Difference = "+0.00000;-0.00000;0";

    static readonly Listing<StudyView> Studies = new(
    [
        new("studyId", "study", study => study.StudyId) { IsId = true },
        new("kind", "kind", study => study.Kind),
        new("asOf", "as of", study => study.AsOf),
        new("begunAt", "begun (UTC)", study => study.BegunAt) { Rank = 6 },
        new("trials", "trials", study => study.Trials) { Format = "N0" },
        new("evaluations", "fits", study => study.Evaluations) { Format = "N0", Rank = 4 },
        new("seconds", "seconds", study => study.Seconds) { Format = "N1", Rank = 5 },
        new("configuredLogLoss", "configured", study => study.ConfiguredLogLoss) { Format = Loss, Rank = 1 },
        new("logLoss", "chosen", study => study.LogLoss) { Format = Loss },
        new("difference", "difference", study => study.LogLoss - study.ConfiguredLogLoss) { Format = Difference, Rank = 2 },
        new("reason", "how it ended", study => study.Reason is { } reason ? $"trial {study.Chosen}: {reason}" : "still running") { Rank = 3, Wraps = true },
    ]);

    static readonly Listing<TrialView> Trials = Studies.And<TrialView>(
    [
        new("result.round", "round", trial => trial.Result.Round),
        new("result.trial", "trial", trial => trial.Result.Trial),
        new("result.depth", "depth", trial => trial.Result.Depth) { Rank = 4 },
        new("result.learningRate", "rate", trial => trial.Result.LearningRate) { Rank = 4 },
        new("result.leafWeight", "leaf", trial => trial.Result.LeafWeight) { Rank = 4 },
        new("result.featureShare", "features", trial => trial.Result.FeatureShare) { Rank = 4 },
        new("result.matchShare", "matches", trial => trial.Result.MatchShare) { Rank = 4 },
        new("result.ridge", "ridge", trial => trial.Result.Ridge) { Rank = 4 },
        new("result.fitRows", "fitted on", trial => trial.Result.FitRows) { Format = "N0", Rank = 3 },
        new("result.boostingRounds", "boosts", trial => trial.Result.BoostingRounds) { Format = "N0", Rank = 2 },
        new("result.logLoss", "log loss", trial => trial.Result.LogLoss) { Format = Loss },
        new("difference", "difference", trial => trial.Difference) { Format = Difference },
        new("result.seconds", "seconds", trial => trial.Result.Seconds) { Format = "0.0", Rank = 1 },
        new("chosen", "which", trial => trial.Chosen ? "chosen" : trial.Result.Trial == 1 ? "configured" : ""),
    ]);

    public static Command Create(Settings settings)
    {
        var study = new Argument<string?>("STUDY")
        {
            Description = "The id of a study, or its beginning: compares its trials. Without it: the newest studies.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var limit = new ListLimit("studies", 20, 1_000);
        const string about = "The searches for parameters that runs asked for, and how their trials compare.";
        string[] examples = ["trials", "trials 7d793037"];
        return CommandLine.Verb("trials", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            if (parsed.GetValue(study) is { } id)
                await Compare(parsed, await api.GetText($"v1/studies/{Uri.EscapeDataString(id)}", cancellation), cancellation);
            else if (await Studies.Show(parsed, await api.GetText($"v1/studies?limit={limit.Of(parsed, Studies.IsTable(parsed))}", cancellation), "studies", cancellation, limit)
                is { Count: 0 })
                Screen.Line("There are no studies yet; ./soccer run --trials N makes one.");
            return Exit.Ok;
        }, [study, limit.Option, .. Studies.Options]);
    }

    static async Task Compare(ParseResult parsed, string answer, CancellationToken cancellation)
    {
        if (Trials.IsTable(parsed))
        {
            var study = JsonSerializer.Deserialize<StudyTrials>(answer, JsonSerializerOptions.Web)!.Study;
            Screen.Line(string.Create(
                CultureInfo.InvariantCulture, $"study [bold]{Screen.Plain(study.StudyId)}[/]  {study.Kind}, as of {study.AsOf:yyyy-MM-dd}, seed {study.Seed}"));
            Screen.Line(study.Reason is { } reason ? Screen.Plain($"trial {study.Chosen} was chosen: {reason}") : "still running");
        }
        if (await Trials.Show(parsed, answer, "trials", cancellation) is not null)
            Screen.Line("difference: log loss minus that of trial 1, the configured parameters, on the same matches; below 0 is better");
    }
}
