using System.Globalization;
using System.Text.RegularExpressions;
using Soccer.Cli.Lists;
using Soccer.Cli.Runs;

namespace Soccer.Cli.Terminal;

/// <summary>What a run came to, in a few lines.</summary>
static partial class RunSummary
{
    /// <summary>Lines of each kind of what was not read.</summary>
    const int MostLines = 3;

    /// <summary>Why the stage's counts of matches are not those of any one kind.</summary>
    const string Parts = "Train counts all matches to fit, to stop and held out. A kind's own counts differ "
        + "(./soccer experiments --purpose final): with fixed rounds it learns from the matches to stop too, and market-aware learns only from matches with opening odds.";

    static readonly Column<ScoreView>[] ScoreColumns =
    [
        new("forecaster", "on the newest matches", score => score.Forecaster),
        new("matches", "matches", score => score.Matches) { Format = "N0" },
        new("logLoss", "log loss", score => score.LogLoss) { Format = "0.0000" },
        new("rps", "RPS", score => score.Rps) { Format = "0.0000", Rank = 2 },
        new("brier", "Brier", score => score.Brier) { Format = "0.0000", Rank = 4 },
        new("accuracy", "accuracy", score => score.Accuracy) { Format = "0.000", Rank = 1 },
        new("calibrationError", "ECE", score => score.CalibrationError) { Format = "0.0000", Rank = 3 },
    ];

    public static void Print(RunView run)
    {
        var colour = run.IsGood ? "green" : run.IsOpen ? "yellow" : "red";
        Screen.Line($"[{colour}]{run.Status}[/]{(run.Seconds is { } seconds ? Invariant($" in {seconds:0.0} s") : "")}{ClockOf(run)}");
        if (run.Failure is { Length: > 0 } failure)
            Screen.Line(Screen.Plain(failure));
        if (run.Quarantine is { } quarantine)
            Print(quarantine, run.Id);
        if (run.SameAs is { } same)
            Screen.Line($"nothing is new since run {same}");
        if (run.Dataset is { } dataset)
            Screen.Entry("dataset", $"{dataset.Version}  {ShortIds.Of(dataset.Hash)}");
        if (run.FeatureSet is { } features)
            Screen.Entry("feature set", $"{features.Version}  {ShortIds.Of(features.Hash)}");
        if (run.Model is { } model)
        {
            var verdict = model.Promoted ? ", promoted" : model.Trained ? ", held" : "";
            Screen.Entry("model", $"{ShortIds.Of(model.Id)}  {string.Join(", ", model.Kinds)}{verdict}");
            if (model.Libraries is { } libraries)
                Screen.Entry("", $"fitted with {Screen.Plain(libraries)}");
            if (model.Trained)
                Screen.Entry("", Parts);
            foreach (var reason in model.Reasons)
                Screen.Entry("", Screen.Plain(Grouped(reason)));
            if (model.HoldOut.Count > 0)
                Table.Print(ScoreColumns, model.HoldOut, more: "see --json");
        }
        if (run.Forecasts is { } forecasts)
        {
            // Those of an unchanged run are the run's that it is the same as.
            var made = run.SameAs is null ? Invariant($", {forecasts.NewForecasts:N0} of them new") : "";
            Screen.Entry("forecasts", $"{Invariant($"{forecasts.Forecasts:N0}")} for {Counted.Of(forecasts.Fixtures, "fixture")}{made}");
        }
    }

    static void Print(QuarantineView quarantine, Guid run)
    {
        foreach (var file in quarantine.Unreadable.Take(MostLines))
            Screen.Entry("not read", Screen.Plain($"{file.File}: {file.Reason}"));
        if (quarantine.Rows > 0)
        {
            var files = string.Join(", ", quarantine.Files.Take(MostLines).Select(file => Invariant($"{file.Rows:N0} in {file.File}")));
            Screen.Entry("quarantine", Screen.Plain($"{Counted.Of(quarantine.Rows, "row")}: {files}"));
            foreach (var row in quarantine.First.Take(MostLines))
                Screen.Entry("", Screen.Plain($"{row.File} line {row.Line}: {row.Reason}"));
        }
        foreach (var note in quarantine.Notes.Take(MostLines))
            Screen.Entry("note", Screen.Plain($"{note.File} line {note.Line}: {note.Reason} ({Counted.Of(note.Rows, "row")})"));
        if (quarantine.Rows > MostLines || quarantine.Notes.Count > MostLines || quarantine.Unreadable.Count > MostLines)
            Screen.Entry("", $"./soccer quarantine {ShortIds.Of($"{run}", ShortIds.LeastOfTimed)} shows all");
    }

    /// <summary>A sentence of another service with its counts of matches and forecasts written as here: 12,541.</summary>
    static string Grouped(string sentence) => Count.Replace(
        sentence, count => long.TryParse(count.Value, CultureInfo.InvariantCulture, out var number) ? Invariant($"{number:N0}") : count.Value);

    [GeneratedRegex(@"(?<![\d.,-])\d{4,}(?= (match(es)?|forecasts?)\b)")]
    static partial Regex Count { get; }

    static string ClockOf(RunView run) => run.AsOf is { } day
        ? Invariant($": {(run.IsGood ? "results known" : "asked for results")} through {day:yyyy-MM-dd}{(run.ForecastFrom is { } from ? Invariant($", matches forecast from {InLondon(from):yyyy-MM-dd HH:mm} UK time on") : "")}")
        : "";

    static DateTime InLondon(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc.ToUniversalTime(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
