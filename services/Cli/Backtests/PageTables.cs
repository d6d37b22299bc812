using Soccer.Cli.Terminal;
using static Soccer.Cli.Backtests.PageText;

namespace Soccer.Cli.Backtests;

/// <summary>The page's tables.</summary>
static class PageTables
{
    /// <summary>The figures that people come for, a card a kind.</summary>
    public static string Headline(SliceView pooled, string[] kinds) => $"""
        <div class="cards">{string.Concat(kinds.Select(kind => Card(Array.Find(pooled.Scores, score => score.Forecaster == kind)!, pooled.References)))}</div>
        <p class="note">{Counted.Of(pooled.Matches, "match", "es")} on {Counted.Of(pooled.Days, "day")}.</p>
        """;

    public static string Scores(SliceView slice) => $"""
        <h3>{Escape(slice.Name)} <small>{Counted.Of(slice.Matches, "match", "es")} on {Counted.Of(slice.Days, "day")}</small></h3>
        <div class="wide"><table>
        <tr><th></th><th>log loss</th><th>RPS</th><th>Brier</th><th>accuracy</th><th>macro AUC</th><th>ECE</th><th>ECE if calibrated</th>
        {string.Concat(slice.References.Select(reference => $"<th>less {BacktestTables.ShortName(reference)}</th>"))}<th>of the way</th></tr>
        {string.Concat(slice.Scores.Select(score => Row(score, slice.References)))}</table></div>
        """;

    public static string Bets(BetsView[] bets) => $"""
        <div class="wide"><table>
        <tr><th></th><th class="word">kind</th><th class="word">prices</th><th>bets</th><th>flat yield %</th><th>quarter-Kelly yield %</th><th>bankroll of 1</th><th>closing line value %</th></tr>
        {string.Concat(bets.Select(Row))}</table></div>
        """;

    public static string Inputs(ReportView report) => $"""
        <div class="wide"><table class="inputs">
        {string.Concat(report.Seasons.Select(season => Line(
            season.Season, $"fitted on {Counted.Of(season.FitMatches, "match", "es")} of {season.FitFrom:yyyy-MM-dd} to {season.FitTo:yyyy-MM-dd}, stopped by {season.StopMatches:N0}, {season.TestMatches:N0} forecast")))}
        {Line("dataset", report.Inputs.DatasetHash)}{Line("features", report.Inputs.FeatureSetHash)}{Line("schema", report.Inputs.SchemaHash)}{Line("code", report.Inputs.CodeVersion)}
        {Line("parameters", string.Join(", ", report.Inputs.Parameters.Select(parameter => $"{parameter.Key} {parameter.Value}")))}</table></div>
        """;

    static string Card(ScoreView score, string[] references) => $"""
        <div class="card" style="border-color:{Colour(score.Forecaster)}"><h3>{Escape(score.Forecaster)}</h3>
        <p class="figure">{Number(score.LogLoss, Loss)}</p><p>log loss</p>
        {string.Concat(references.Select(reference =>
            $"<p><b>{Number(score.Less(reference)?.Mean, SignedLoss)}</b> to {BacktestTables.ShortName(reference)} {Interval(score.Less(reference), 1, SignedLoss)}</p>"))}
        {(score.Share is { } share ? $"<p><b>{Number(share * 100, "0.0")}%</b> of the way from guessing to the closing line</p>" : "")}</div>
        """;

    static string Row(ScoreView score, string[] references) => $"""
        <tr><th><i style="background:{Colour(score.Forecaster)}"></i>{Escape(score.Forecaster)}</th><td>{Number(score.LogLoss, Loss)}</td><td>{Number(score.Rps, Loss)}</td>
        <td>{Number(score.Brier, Loss)}</td><td>{Number(score.Accuracy, "0.000")}</td><td>{Number(score.MacroAuc, "0.000")}</td>
        <td{Above(score)}>{Number(score.CalibrationError, Loss)}</td><td>{Interval(score.CalibrationFloor, 1, Loss)}</td>
        {string.Concat(references.Select(reference => $"<td>{Number(score.Less(reference)?.Mean, SignedLoss)} {Interval(score.Less(reference), 1, SignedLoss)}</td>"))}
        <td>{(score.Share is { } share ? $"{Number(share * 100, "0.0")}%" : "–")}</td></tr>
        """;

    static string Row(BetsView bets) => $"""
        <tr><th>{Escape(bets.Slice)}</th><td class="word">{Escape(bets.Kind)}</td><td class="word">{Escape(bets.Prices)}</td><td>{bets.Record?.Bets ?? 0:N0}</td>
        <td>{Number(bets.Record?.FlatYield.Mean * 100, Percent)} {Interval(bets.Record?.FlatYield, 100, Percent)}</td>
        <td>{Number(bets.Record?.KellyYield.Mean * 100, Percent)} {Interval(bets.Record?.KellyYield, 100, Percent)}</td>
        <td>{Number(bets.Record?.KellyBankroll, "0.00")}</td>
        <td>{Number(bets.Record?.ClosingLineValue.Mean * 100, Percent)} {Interval(bets.Record?.ClosingLineValue, 100, Percent)}</td></tr>
        """;

    static string Above(ScoreView score) => score.CalibrationError > score.CalibrationFloor.High ? """ class="off" """ : "";

    static string Line(string name, string value) => $"<tr><th>{Escape(name)}</th><td class=\"word\">{Escape(value)}</td></tr>";
}
