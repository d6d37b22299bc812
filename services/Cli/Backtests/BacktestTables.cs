using System.Globalization;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Backtests;

/// <summary>A report as tables.</summary>
static class BacktestTables
{
    public const string Marginals = "class marginals";
    public const string Opening = "market opening";
    public const string Closing = "market closing";

    const string SignedLoss = "+0.0000;-0.0000;0.0000";
    const string Percent = "+0.0;-0.0;0.0";

    public static void Print(ReportView report, BacktestView done)
    {
        foreach (var season in report.Seasons)
            Screen.Line(Invariant(
                $"{season.Season}: fitted on {season.FitMatches:N0} matches of {season.FitFrom:yyyy-MM-dd} to {season.FitTo:yyyy-MM-dd}, stopped by {season.StopMatches:N0}, {season.TestMatches:N0} forecast"));
        foreach (var slice in report.Slices)
        {
            Screen.Line("");
            Screen.Line(Invariant($"[bold]{Screen.Plain(slice.Name)}[/]  {slice.Matches:N0} matches on {slice.Days:N0} days"));
            Screen.Print(
                [
                    "", ">log loss", ">RPS", ">Brier", ">accuracy", ">AUC", ">ECE", ">ECE if calibrated",
                    .. slice.References.SelectMany(reference => new[] { $">less {ShortName(reference)}", ">95%" }), .. slice.References.Contains(Closing) ? [">of the way %"] : Array.Empty<string>(),
                ],
                slice.Scores.Select(score => Row(score, slice.References)));
        }
        foreach (var divisions in report.Divisions.GroupBy(division => division.Reference))
        {
            Screen.Line("");
            Screen.Line($"[bold]by division[/]  held against the {Screen.Plain(divisions.Key)}");
            Screen.Print(
                ["", ">matches", "<kind", ">log loss", $">less {ShortName(divisions.Key)}", ">95%", ">ECE", ">ECE if calibrated", "<"], divisions.SelectMany(Rows));
        }
        Screen.Line(AboveTheirRange(report.Divisions));
        Screen.Line("");
        if (report.Edges is { Length: > 0 } edges)
            EdgeTables.Print(edges);
        if (report.Bets.Length > 0)
        {
            Screen.Line("[bold]bets[/]  one a match at most, on the largest edge above 2%, at opening prices; with each kind as if it were right");
            Screen.Print(
                ["", "kind", "prices", ">bets", ">flat yield %", ">95%", ">quarter-Kelly yield %", ">95%", ">bankroll", ">closing line value %", ">95%"],
                report.Bets.Select(Row));
            Screen.Line("");
        }
        Screen.Line("less opening, closing, marginals: log loss less that of the market, or of the class marginals, on the same matches; below 0 is better.");
        Screen.Line("of the way: from the marginals' log loss to the closing market's. Intervals are of match days drawn with replacement.");
        Screen.Line(Invariant($"dataset {report.Inputs.DatasetHash[..12]}, features {report.Inputs.FeatureSetHash[..12]}, code {report.Inputs.CodeVersion}"));
        Screen.Aside(Invariant($"{(done.Remembered == true ? "remembered" : $"made in {done.Seconds:0.0} s")}"));
    }

    /// <summary>A reference's own word: opening, closing, marginals.</summary>
    public static string ShortName(string reference) => reference.Split(' ')[^1];

    /// <summary>How many calibration errors lie above their range, beside how many luck alone would put there.</summary>
    public static string AboveTheirRange(DivisionView[] divisions)
    {
        DivisionScoreView[] scores = [.. divisions.SelectMany(division => division.Scores)];
        return Invariant($"ECE by division: {scores.Count(score => score.IsAbove)} of {scores.Length} above their range; forecasters calibrated in every division would have about {scores.Length / 40d:0.#}.");
    }

    static IEnumerable<string[]> Rows(DivisionView division) => division.Scores.Select((score, at) => (string[])
    [
        at == 0 ? Screen.Plain(division.Name) : "", at == 0 ? Invariant($"{division.Matches:N0}") : "", Screen.Plain(score.Kind), Number(score.LogLoss, "0.0000"),
        Signed(score.Difference), Range(score.Difference, 1, SignedLoss), Number(score.CalibrationError, "0.0000"), Range(score.CalibrationFloor, 1, "0.0000"),
        score.IsAbove ? "above" : "",
    ]);

    static string[] Row(ScoreView score, string[] references) =>
    [
        Screen.Plain(score.Forecaster), Number(score.LogLoss, "0.0000"), Number(score.Rps, "0.0000"), Number(score.Brier, "0.0000"), Number(score.Accuracy, "0.000"),
        Number(score.MacroAuc, "0.000"), Number(score.CalibrationError, "0.0000"), Range(score.CalibrationFloor, 1, "0.0000"),
        .. references.SelectMany(reference => new[] { Signed(score.Less(reference)), Range(score.Less(reference), 1, SignedLoss) }),
        .. references.Contains(Closing) ? [Number(score.Share * 100, "0.0")] : Array.Empty<string>(),
    ];

    static string[] Row(BetsView bets) => bets.Record is { } record
        ?
        [
            Screen.Plain(bets.Slice), bets.Kind, bets.Prices, Invariant($"{record.Bets:N0}"), Number(record.FlatYield.Mean * 100, Percent), Range(record.FlatYield, 100, Percent),
            Number(record.KellyYield.Mean * 100, Percent), Range(record.KellyYield, 100, Percent), Number(record.KellyBankroll, "0.00"),
            Number(record.ClosingLineValue.Mean * 100, Percent), Range(record.ClosingLineValue, 100, Percent),
        ]
        : [Screen.Plain(bets.Slice), bets.Kind, bets.Prices, "0", "-", "", "-", "", "-", "-", ""];

    static string Signed(IntervalView? difference) => Number(difference?.Mean, SignedLoss);

    static string Range(IntervalView? interval, double scale, string format) =>
        interval is null ? "" : $"{Number(interval.Low * scale, format)} to {Number(interval.High * scale, format)}";

    static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
