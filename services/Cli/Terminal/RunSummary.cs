using System.Globalization;
using Soccer.Cli.Runs;

namespace Soccer.Cli.Terminal;

/// <summary>What a run came to, in a few lines.</summary>
static class RunSummary
{
    /// <summary>Lines of each kind of what was not read.</summary>
    const int MostLines = 3;

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
            Screen.Line($"dataset     {dataset.Version}  {Short(dataset.Hash)}");
        if (run.FeatureSet is { } features)
            Screen.Line($"feature set {features.Version}  {Short(features.Hash)}");
        if (run.Model is { } model)
        {
            Screen.Line($"model       {Short(model.Id)}  {string.Join(", ", model.Kinds)}{(model.Promoted ? ", promoted" : model.Trained ? ", held" : "")}");
            if (model.Libraries is { } libraries)
                Screen.Line($"            fitted with {Screen.Plain(libraries)}");
            foreach (var reason in model.Reasons)
                Screen.Line($"            {Screen.Plain(reason)}");
            if (model.HoldOut.Count > 0)
            {
                Screen.Print(["on the newest matches", ">matches", ">log loss", ">RPS", ">Brier", ">accuracy", ">ECE"], model.HoldOut.Select(score => new[]
                {
                    Screen.Plain(score.Forecaster), Invariant($"{score.Matches:N0}"), Invariant($"{score.LogLoss:0.0000}"), Invariant($"{score.Rps:0.0000}"),
                    Invariant($"{score.Brier:0.0000}"), Invariant($"{score.Accuracy:0.000}"), Invariant($"{score.CalibrationError:0.0000}"),
                }));
            }
        }
        if (run.Forecasts is { } forecasts)
        {
            // Those of an unchanged run are the run's that it is the same as.
            var made = run.SameAs is null ? Invariant($", {forecasts.NewForecasts:N0} of them new") : "";
            Screen.Line(Invariant($"forecasts   {forecasts.Forecasts:N0} for {forecasts.Fixtures:N0} fixtures{made}"));
        }
    }

    static void Print(QuarantineView quarantine, Guid run)
    {
        foreach (var file in quarantine.Unreadable.Take(MostLines))
            Screen.Line($"not read    {Screen.Plain(file.File)}: {Screen.Plain(file.Reason)}");
        if (quarantine.Rows > 0)
        {
            var files = string.Join(", ", quarantine.Files.Take(MostLines).Select(file => Invariant($"{file.Rows:N0} in {file.File}")));
            Screen.Line(Screen.Plain(Invariant($"quarantine  {quarantine.Rows:N0} rows: {files}")));
            foreach (var row in quarantine.First.Take(MostLines))
                Screen.Line(Screen.Plain($"            {row.File} line {row.Line}: {row.Reason}"));
        }
        foreach (var note in quarantine.Notes.Take(MostLines))
            Screen.Line(Screen.Plain(Invariant($"note        {note.File} line {note.Line}: {note.Reason} ({note.Rows:N0} rows)")));
        if (quarantine.Rows > MostLines || quarantine.Notes.Count > MostLines || quarantine.Unreadable.Count > MostLines)
            Screen.Line($"            soccer quarantine {run} shows all");
    }

    static string ClockOf(RunView run) => run.AsOf is { } day
        ? Invariant($": {(run.IsGood ? "results known" : "asked for results")} through {day:yyyy-MM-dd}{(run.ForecastFrom is { } from ? Invariant($", matches forecast from {InLondon(from):yyyy-MM-dd HH:mm} UK time on") : "")}")
        : "";

    static DateTime InLondon(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc.ToUniversalTime(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
