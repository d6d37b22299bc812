using Soccer.Cli.Backtests;

namespace Soccer.Api.Tests.Cli;

public sealed class BacktestPageSpecs
{
    static readonly IntervalView Half = new(-0.05, -0.06, -0.04);

    [Test]
    public void Without_odds_the_page_holds_the_forecasts_against_the_marginals()
    {
        var page = BacktestPage.Of(Report(market: false));
        Assert.That(page, Does.Contain("<h2>Distance to the class marginals</h2>").And.Contain("<th>less marginals</th>").And.Contain("for there are no odds"));
        Assert.That(page, Does.Not.Contain("opening</th>").And.Not.Contain("<h2>Bets</h2>").And.Not.Contain("NaN").And.Not.Contain("closing line"));
    }

    [Test]
    public void With_odds_it_holds_them_against_the_market()
    {
        var page = BacktestPage.Of(Report(market: true));
        Assert.That(page, Does.Contain("<h2>Distance to the market opening</h2>").And.Contain("<th>less opening</th><th>less closing</th>").And.Contain("<h2>Bets</h2>"));
        Assert.That(page, Does.Not.Contain("less marginals").And.Not.Contain("NaN"));
    }

    [Test]
    public void Each_division_has_a_line_under_whom_it_is_held_against_and_an_error_that_luck_seldom_makes_is_marked()
    {
        var report = Report(market: true);
        var page = BacktestPage.Of(report);
        Assert.That(page, Does.Contain("<h3>held against the market opening</h3>").And.Contain("<h3>held against the market closing</h3>").And.Contain("<th>England, Premier League <span class=\"ci\">150 matches</span></th>"));
        Assert.That(page, Does.Contain("""<td class="off" >0.031""").And.Not.Contain("""<td class="off" >0.019"""));
        Assert.That(BacktestTables.AboveTheirRange(report.Divisions), Is.EqualTo("ECE by division: 1 of 2 above their range; forecasters calibrated in every division would have about 0.1."));
    }

    [Test]
    public void Claimed_edges_stand_beside_realised_ones_by_bucket_and_a_bucket_of_few_days_has_no_interval()
    {
        EdgeBucketView[] buckets = [new(0, 0.01, 500, 0.005, 0.012, new(0.012, -0.005, 0.029)), new(0.12, null, 3, 0.15, 3, null)];
        EdgesView[] edges =
        [
            new("pooled", "market-aware", [], 300, new(-0.0007, -0.0008, -0.0005), new(503, 90, 0.006, new(0.01, -0.01, 0.03), 0.011, new(0.79, 0.23, 1.36), buckets)),
            new("from 2023/24", "price with results-only", [new("2023/24", 0.04)], 150, Half, null),
        ];
        var page = BacktestPage.Of(Report(market: true) with { Edges = edges });
        Assert.That(page, Does.Contain("<h2>Claimed and realised edge</h2>").And.Contain("<th>0 to 1</th><td>500</td><td>+0.5</td><td>+1.2 ").And.Contain("<th>above 12</th><td>3</td><td>+15.0</td><td>+300.0 </td>"));
        Assert.That(page, Does.Not.Contain("NaN"));
        Assert.That(BacktestPage.Of(Report(market: true)), Does.Not.Contain("Claimed and realised"), "a report of an earlier version has none");
    }

    static DivisionView Division(string code, string name, string reference, double error) =>
        new(code, name, 150, reference, [new("results-only", 1.02, Half, error, new(0.02, 0.01, 0.03))]);

    static ReportView Report(bool market)
    {
        string[] forecasters = [BacktestTables.Marginals, "results-only", .. market ? [BacktestTables.Opening, BacktestTables.Closing] : Array.Empty<string>()];
        string[] references = [.. forecasters.Where(name => name != "results-only")];
        ScoreView[] scores = [.. forecasters.Select(name => new ScoreView(
            name, 1.02, 0.21, 0.61, 0.49, 0.62, 0.01, new(0.01, 0.008, 0.014), market ? 0.5 : null,
            [.. references.Where(reference => reference != name).Select(reference => new DifferenceView(reference, Half))]))];
        return new(
            new("d", "f", "s", "c", []), [new("2023/24", new(2013, 1, 1), new(2022, 6, 30), 900, 100, 300)], [new("pooled", 300, 90, scores)],
            market
                ? [Division("E0", "England, Premier League", BacktestTables.Opening, 0.031), Division("ARG", "Argentina, Primera División", BacktestTables.Closing, 0.019)]
                : [Division("MLS", "MLS", BacktestTables.Marginals, 0.019)],
            market ? [new("pooled", "results-only", "best", 300, null)] : [], [],
            [new("2023-08", 40, forecasters.ToDictionary(name => name, _ => 1.02)), new("2023-09", 40, forecasters.ToDictionary(name => name, name => name == "results-only" ? 1 : 1.03))]);
    }
}
