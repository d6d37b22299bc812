using System.Globalization;
using Soccer.Cli.Lists;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Backtests;

/// <summary>A report as tables.</summary>
static class BacktestTables
{
    public const string Marginals = "class marginals";
    public const string Opening = "market opening";
    public const string Closing = "market closing";

    const string Loss = "0.0000";
    const string SignedLoss = "+0.0000;-0.0000;0.0000";
    const string Percent = "+0.0;-0.0;0.0";

    const string More = "see --json or --html";

    public static void Print(ReportView report, BacktestView done)
    {
        foreach (var season in report.Seasons)
        {
            Screen.Line(Invariant(
                $"{season.Season}: fitted on {Matches(season.FitMatches)} of {season.FitFrom:yyyy-MM-dd} to {season.FitTo:yyyy-MM-dd}, ")
                + Invariant($"stopped by {season.StopMatches:N0}, {season.TestMatches:N0} forecast"));
        }
        foreach (var slice in report.Slices)
        {
            Screen.Line("");
            Screen.Line(Invariant($"[bold]{Screen.Plain(slice.Name)}[/]  {Matches(slice.Matches)} on {Counted.Of(slice.Days, "day")}"));
            Table.Print(ColumnsOf(slice.References), slice.Scores, more: More);
        }
        foreach (var divisions in report.Divisions.GroupBy(division => division.Reference))
        {
            Screen.Line("");
            Screen.Line($"[bold]by division[/]  compared with the {Screen.Plain(divisions.Key)}");
            DivisionRow[] rows =
                [.. divisions.SelectMany(division => division.Scores.Select((score, at) => new DivisionRow(division, score, at == 0)))];
            Table.Print(DivisionColumns(ShortName(divisions.Key)), rows, more: More);
        }
        Screen.Line(AboveTheirRange(report.Divisions));
        Screen.Line("");
        if (report.Edges is { Length: > 0 } edges)
            EdgeTables.Print(edges);
        if (report.Bets.Length > 0)
        {
            Screen.Line("[bold]bets[/]  at most one a match, on the largest edge above 2%, at opening prices; each kind bets as if it were right");
            Table.Print(BetColumns, report.Bets, more: More);
            Screen.Line("");
        }
        Screen.Line("less opening, closing, marginals: log loss minus that of the market, or of the class marginals, on the same matches; "
            + "below 0 is better.");
        Screen.Line("of the way: from the marginals' log loss to the closing market's. Intervals come from resampling match days.");
        Screen.Line(Invariant(
            $"dataset {ShortIds.Of(report.Inputs.DatasetHash)}, features {ShortIds.Of(report.Inputs.FeatureSetHash)}, ")
            + Invariant($"code {Screen.Plain(report.Inputs.CodeVersion)}"));
        Screen.Aside(done.Remembered == true ? "remembered" : Invariant($"computed in {done.Seconds:0.0} s"));
    }

    static Column<ScoreView>[] ColumnsOf(string[] references) =>
    [
        new("forecaster", "forecaster", score => score.Forecaster),
        new("logLoss", "log loss", score => score.LogLoss) { Format = Loss },
        new("rps", "RPS", score => score.Rps) { Format = Loss, Rank = 5 },
        new("brier", "Brier", score => score.Brier) { Format = Loss, Rank = 6 },
        new("accuracy", "accuracy", score => score.Accuracy) { Format = "0.000", Rank = 4 },
        new("macroAuc", "AUC", score => score.MacroAuc) { Format = "0.000", Rank = 8 },
        new("calibrationError", "ECE", score => score.CalibrationError) { Format = Loss, Rank = 7 },
        new("calibrationFloor", "ECE if calibrated", score => Range(score.CalibrationFloor, 1, Loss)) { Rank = 9 },
        // The first reference stays longest: beside the log loss itself it is what the table is for.
        .. references.Index().SelectMany(reference => (Column<ScoreView>[])
        [
            new($"less.{reference.Item}", $"less {ShortName(reference.Item)}", score => score.Less(reference.Item)?.Mean)
            {
                Format = SignedLoss, Rank = 1 + reference.Index,
            },
            new($"range.{reference.Item}", "95%", score => Range(score.Less(reference.Item), 1, SignedLoss)) { Rank = 1 + reference.Index },
        ]),
        .. references.Contains(Closing)
            ? [new("share", "of the way %", score => score.Share * 100) { Format = "0.0", Rank = 3 }]
            : Array.Empty<Column<ScoreView>>(),
    ];

    static Column<DivisionRow>[] DivisionColumns(string reference) =>
    [
        new("division", "division", row => row.IsFirst ? row.Division.Name : ""),
        new("matches", "matches", row => row.IsFirst ? row.Division.Matches : "") { Format = "N0", Rank = 3 },
        new("kind", "kind", row => row.Score.Kind),
        new("logLoss", "log loss", row => row.Score.LogLoss) { Format = Loss, Rank = 5 },
        new("difference", $"less {reference}", row => row.Score.Difference.Mean) { Format = SignedLoss },
        new("range", "95%", row => Range(row.Score.Difference, 1, SignedLoss)) { Rank = 1 },
        new("calibrationError", "ECE", row => row.Score.CalibrationError) { Format = Loss, Rank = 4 },
        new("calibrationFloor", "ECE if calibrated", row => Range(row.Score.CalibrationFloor, 1, Loss)) { Rank = 6 },
        new("isAbove", "ECE is", row => row.Score.IsAbove ? "above" : "in range") { Rank = 2 },
    ];

    static readonly Column<BetsView>[] BetColumns =
    [
        new("slice", "slice", bets => bets.Slice),
        new("kind", "kind", bets => bets.Kind),
        new("prices", "prices", bets => bets.Prices) { Rank = 1 },
        new("bets", "bets", bets => bets.Record?.Bets ?? 0) { Format = "N0" },
        new("flatYield", "flat yield %", bets => bets.Record?.FlatYield.Mean * 100) { Format = Percent },
        new("flatRange", "95%", bets => Range(bets.Record?.FlatYield, 100, Percent)),
        new("kellyYield", "quarter-Kelly yield %", bets => bets.Record?.KellyYield.Mean * 100) { Format = Percent, Rank = 3 },
        new("kellyRange", "95%", bets => Range(bets.Record?.KellyYield, 100, Percent)) { Rank = 3 },
        new("bankroll", "bankroll", bets => bets.Record?.KellyBankroll) { Format = "0.00", Rank = 4 },
        new("closingLineValue", "closing line value %", bets => bets.Record?.ClosingLineValue.Mean * 100) { Format = Percent, Rank = 2 },
        new("closingRange", "95%", bets => Range(bets.Record?.ClosingLineValue, 100, Percent)) { Rank = 2 },
    ];

    /// <summary>A reference's own word: opening, closing, marginals.</summary>
    public static string ShortName(string reference) => reference.Split(' ')[^1];

    /// <summary>How many calibration errors lie above their range, beside how many luck alone would put there.</summary>
    public static string AboveTheirRange(DivisionView[] divisions)
    {
        DivisionScoreView[] scores = [.. divisions.SelectMany(division => division.Scores)];
        return Invariant($"ECE by division: {scores.Count(score => score.IsAbove)} of {scores.Length} above their range; ")
            + Invariant($"forecasters calibrated in every division would have about {scores.Length / 40d:0.#}.");
    }

    /// <summary>An interval, scaled: +0.0012 to +0.0034; empty if there is none.</summary>
    public static string Range(IntervalView? interval, double scale, string format)
    {
        return interval is null ? "" : $"{Figure(interval.Low)} to {Figure(interval.High)}";

        string Figure(double end) => (end * scale).ToString(format, CultureInfo.InvariantCulture);
    }

    static string Matches(int count) => Counted.Of(count, "match", "es");

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A kind in a division. The division is named on its first row only.</summary>
    sealed record DivisionRow(DivisionView Division, DivisionScoreView Score, bool IsFirst);
}
