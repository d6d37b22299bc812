using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Studies;

/// <summary>trials: the searches for parameters, or the trials of one compared.</summary>
static class TrialsVerb
{
    public static Command Create(Settings settings)
    {
        var study = new Argument<string?>("STUDY")
        {
            Description = "The id of a study, or its beginning: compares its trials. Without it: the newest studies.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var limit = new Option<int>("--limit") { Description = "How many studies, 1 to 200.", DefaultValueFactory = _ => 20 };
        var json = Options.Json();
        return CommandLine.Verb("trials", "The searches for parameters that runs asked for, and how their trials compare.", async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var id = parsed.GetValue(study);
            var path = id is null ? $"v1/studies?limit={parsed.GetValue(limit)}" : $"v1/studies/{Uri.EscapeDataString(id)}";
            if (parsed.GetValue(json))
                Console.WriteLine(await api.GetText(path, cancellation));
            else if (id is null)
                List((await api.Get<StudyLines>(path, cancellation)).Studies);
            else
                Compare(await api.Get<StudyTrials>(path, cancellation));
            return Exit.Ok;
        }, study, limit, json);
    }

    static void List(IReadOnlyList<StudyView> studies) => Screen.Print(
        ["study", "kind", "as of", "begun", ">trials", ">fits", ">seconds", ">configured", ">chosen", ">difference", "how it ended"],
        studies.Select(study => new[]
        {
            study.StudyId[..12], study.Kind, Text($"{study.AsOf:yyyy-MM-dd}"), Text($"{study.BegunAt:yyyy-MM-dd HH:mm:ss}"), Text($"{study.Trials:N0}"),
            Text($"{study.Evaluations:N0}"), Text($"{study.Seconds:N1}"), Loss(study.ConfiguredLogLoss), Loss(study.LogLoss),
            Difference(study.LogLoss - study.ConfiguredLogLoss), study.Reason is { } reason ? Screen.Plain($"trial {study.Chosen}: {reason}") : "at work",
        }));

    static void Compare(StudyTrials study)
    {
        Screen.Line($"study [bold]{study.Study.StudyId}[/]  {study.Study.Kind}, as of {Text($"{study.Study.AsOf:yyyy-MM-dd}")}, seed {study.Study.Seed}");
        Screen.Line(study.Study.Reason is { } reason ? Screen.Plain($"trial {study.Study.Chosen} was chosen: {reason}") : "at work");
        Screen.Print(
            [">round", ">trial", ">depth", ">rate", ">leaf", ">features", ">matches", ">ridge", ">fitted on", ">rounds", ">log loss", ">difference", ">seconds", ""],
            study.Trials.Select(trial => Row(trial.Result, trial.Difference, trial.Chosen)));
        Screen.Line("difference: log loss minus that of trial 1, the configured parameters, on the same matches; below 0 is better");
    }

    static string[] Row(TrialResultView result, double? difference, bool chosen) =>
    [
        Text($"{result.Round}"), Text($"{result.Trial}"), Text($"{result.Depth}"), Text($"{result.LearningRate}"), Text($"{result.LeafWeight}"),
        Text($"{result.FeatureShare}"), Text($"{result.MatchShare}"), Text($"{result.Ridge}"), Text($"{result.FitRows:N0}"), Text($"{result.BoostingRounds:N0}"),
        Loss(result.LogLoss), Difference(difference), Text($"{result.Seconds:0.0}"), chosen ? "chosen" : result.Trial == 1 ? "configured" : "",
    ];

    static string Loss(double? loss) => loss is { } value ? Text($"{value:0.00000}") : "";

    static string Difference(double? difference) => difference is { } value ? Text($"{value:+0.00000;-0.00000;0}") : "";

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
