namespace Soccer.Cli.Backtests;

/// <summary>A report as one page that needs nothing else: tables, reliability diagrams, loss over time.</summary>
static class BacktestPage
{
    /// <summary>The page, HTML.</summary>
    public static string Of(ReportView report)
    {
        var pooled = report.Slices[0];
        string[] kinds = [.. pooled.Scores.Select(score => score.Forecaster).Where(PageText.IsKind)];
        var hasMarket = pooled.References.Contains(BacktestTables.Opening);
        var (before, after) = hasMarket ? (BacktestTables.Opening, BacktestTables.Closing) : (BacktestTables.Marginals, BacktestTables.Marginals);
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Backtest {PageText.Escape(Seasons(report))}</title>
            <style>{PageStyle.Css}</style>
            </head>
            <body>
            <h1>Backtest of {PageText.Escape(Seasons(report))}</h1>
            <p class="lead">Each season was forecast by models that were fitted on nothing later than 30 June before it, and is compared {(hasMarket
                ? "with the market on the same matches: those of the main divisions with opening and closing odds. The market is the average price without its margin (power method)"
                : "with the class marginals on the same matches: those of all divisions, for there are no odds")}.</p>
            {PageTables.Headline(pooled, kinds)}
            <h2>Distance to the {before}</h2>
            <p>Log loss less that of the {before}, with 95% intervals over match days. Left of the line is better.</p>
            {DistanceChart.Svg(report.Slices, hasMarket ? [.. kinds, BacktestTables.Closing] : kinds, before)}
            <h2>Scores</h2>
            <p>ECE if calibrated is the 95% range of a forecaster whose probabilities are all right, on the same matches; an ECE above it stands in red. Where a kind has nothing of its own to
            say of a match, the one that knows less speaks for it: market-aware is market-memory where there are no opening odds.</p>
            {string.Concat(report.Slices.Select(PageTables.Scores))}
            <h2>By division</h2>
            <p>The same in each division, over all test seasons. Below each ECE is its range if calibrated; one above it stands in red. The fewer matches, the larger the ECE that luck makes, so that
            divisions can't be compared by the figure alone.</p>
            {PageDivisions.Of(report.Divisions)}
            <h2>Loss over time</h2>
            <p>Each month's mean log loss less that of the {after}{(hasMarket ? ", the best forecast there is" : "")}. Bars are the number of matches; months with less than a tenth of the fullest's are left out.</p>
            {MonthChart.Svg(report.Months, hasMarket ? [.. kinds, BacktestTables.Opening] : kinds, after)}
            <h2>Reliability</h2>
            <p>How often outcomes came beside how often they were forecast, in ten bins of as many matches each; bars are 95% intervals. On the diagonal forecasts mean what they say.</p>
            {ReliabilityChart.Legend()}
            <div class="panels">{string.Concat(report.Reliability.GroupBy(diagram => diagram.Forecaster).Select(ReliabilityChart.Panel))}</div>
            {(report.Edges is { Length: > 0 } edges ? PageEdges.Of(edges) : "")}
            {(report.Bets.Length > 0 ? Bets(report.Bets) : "")}
            <h2>What it was made of</h2>
            {PageTables.Inputs(report)}
            </body>
            </html>

            """;
    }

    static string Bets(BetsView[] bets) => $"""
            <h2>Bets</h2>
            <p>On each match at most one bet, on the outcome with the largest edge where that is above 2%, at the opening odds as they were offered: the best of the bookmakers that are named, exchanges after commission, or the average.
            Flat stakes the same on each; Kelly a quarter of the share that would make the bankroll grow fastest. Closing line value is what the bet was worth by the closing odds.
            Nothing here is a promise: limits, delays and closed accounts are not simulated.</p>
            {PageTables.Bets(bets)}
            """;

    static string Seasons(ReportView report) => string.Join(", ", report.Seasons.Select(season => season.Season));
}
