using Soccer.Cli.Terminal;
using static Soccer.Cli.Backtests.PageText;

namespace Soccer.Cli.Backtests;

/// <summary>The page's tables by division, the kinds side by side.</summary>
static class PageDivisions
{
    /// <summary>A table for each forecaster that divisions are held against.</summary>
    public static string Of(DivisionView[] divisions) => $"""
        {string.Concat(divisions.GroupBy(division => division.Reference).Select(Table))}
        <p class="note">{Escape(BacktestTables.AboveTheirRange(divisions))}</p>
        """;

    static string Table(IGrouping<string, DivisionView> divisions)
    {
        string[] kinds = [.. divisions.First().Scores.Select(score => score.Kind)];
        return $"""
            <h3>held against the {Escape(divisions.Key)}</h3>
            <div class="wide"><table class="divisions">
            <tr><th></th>{string.Concat(kinds.Select(kind => $"""<th class="group" colspan="3"><i style="background:{Colour(kind)}"></i>{Escape(kind)}</th>"""))}</tr>
            <tr><th>division</th>{string.Concat(kinds.Select(_ =>
                $"""<th class="group">log loss</th><th>less {BacktestTables.ShortName(divisions.Key)}</th><th>ECE</th>"""))}</tr>
            {string.Concat(divisions.Select(Row))}</table></div>
            """;
    }

    static string Row(DivisionView division) => $"""
        <tr><th>{Escape(division.Name)} <span class="ci">{Counted.Of(division.Matches, "match", "es")}</span></th>{string.Concat(division.Scores.Select(score => $"""
            <td class="group">{Number(score.LogLoss, Loss)}</td><td>{Number(score.Difference.Mean, SignedLoss)} {Interval(score.Difference, 1, SignedLoss)}</td>
            <td{(score.IsAbove ? """ class="off" """ : "")}>{Number(score.CalibrationError, "0.000")} {Interval(score.CalibrationFloor, 1, "0.000")}</td>
            """))}</tr>
        """;
}
