using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Models;

/// <summary>experiments: every fit, with what came of it and what it cost.</summary>
static class ExperimentsVerb
{
    const double Megabyte = 1024 * 1024;

    public static Command Create(Settings settings)
    {
        var purpose = new Option<string?>("--purpose") { Description = "Only those for a run's model (final), a study (trial) or a backtest (backtest)." };
        var kind = new Option<string?>("--kind") { Description = "Only those of a kind, such as results-only." };
        var limit = new Option<int>("--limit") { Description = "How many, 1 to 500.", DefaultValueFactory = _ => 50 };
        var json = Options.Json();
        return CommandLine.Verb("experiments", "Every fit, the newest first.", async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var path = $"v1/experiments?limit={parsed.GetValue(limit)}{Query("purpose", parsed.GetValue(purpose))}{Query("kind", parsed.GetValue(kind))}";
            if (parsed.GetValue(json))
                Console.WriteLine(await api.GetText(path, cancellation));
            else
                List((await api.Get<ExperimentLines>(path, cancellation)).Experiments);
            return Exit.Ok;
        }, purpose, kind, limit, json);
    }

    static void List(IReadOnlyList<ExperimentView> experiments)
    {
        if (experiments.Count == 0)
        {
            Screen.Line("There are no such fits yet.");
            return;
        }
        if (Screen.IsWide)
            Screen.Print(["<at", "for", "<kind", ">fitted", "<blend", ">rounds", "<by", ">matches", ">log loss", ">seconds", ">MB"], experiments.Select(Wide));
        else
            Screen.Print(["for", "<kind", "<by", ">log loss", ">seconds", ">MB"], experiments.Select(Narrow));
        Screen.Line("fitted: matches, before those that stop the boosting were added, where any do. by: who judged it, by so many matches, none of which it was fitted on");
        Screen.Line("MB: the most memory that the process held meanwhile. --json has parameters, hashes and the scores on every fold");
    }

    static string[] Wide(ExperimentView experiment) =>
    [
        Text($"{experiment.At:yyyy-MM-dd HH:mm}"), OwnerOf(experiment), experiment.Kind, Text($"{experiment.Fit.Matches:N0}"), Screen.Plain(experiment.Blend),
        Text($"{experiment.Rounds:N0}"), Screen.Plain(experiment.JudgedOn), Text($"{experiment.Judged?.Matches:N0}"), .. Narrow(experiment)[3..],
    ];

    static string[] Narrow(ExperimentView experiment) =>
    [
        OwnerOf(experiment), experiment.Kind, Screen.Plain(experiment.JudgedOn), Text($"{experiment.LogLoss:0.00000}"), Text($"{experiment.Seconds:0.0}"),
        Text($"{experiment.PeakBytes / Megabyte:N0}"),
    ];

    static string OwnerOf(ExperimentView experiment) => experiment switch
    {
        { ModelId: { } model } => $"model {model[..12]}",
        { Owner.StudyId: { } study } => Text($"trial {experiment.Owner.Trial}, round {experiment.Owner.Round} of {study[..8]}"),
        // The ids of a day begin alike.
        _ => $"backtest {experiment.Owner.BacktestId.ToString()![..13]}",
    };

    static string Query(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
