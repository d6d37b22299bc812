using System.Globalization;
using Soccer.Cli.Lists;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Backtests;

/// <summary>Claimed edges beside realised ones, in the terminal.</summary>
static class EdgeTables
{
    const string Percent = "+0.0;-0.0;0.0";
    const string More = "see --json or --html";

    static readonly Column<EdgesView>[] Columns =
    [
        new("slice", "slice", row => row.Slice),
        new("forecaster", "probability", row => row.Forecaster),
        new("bets", "bets", row => row.Record?.Bets ?? 0) { Format = "N0", Rank = 2 },
        new("claimed", "claimed %", row => row.Record?.Claimed * 100) { Format = Percent },
        new("realised", "realised %", row => row.Record?.Realised.Mean * 100) { Format = Percent },
        new("realisedRange", "95%", row => BacktestTables.Range(row.Record?.Realised, 100, Percent)) { Rank = 1 },
        new("standardError", "std. error", row => row.Record?.StandardError * 100) { Format = "0.00", Rank = 5 },
        new("slope", "slope", row => row.Record?.Slope?.Mean) { Format = "0.00", Rank = 3 },
        new("slopeRange", "95%", row => BacktestTables.Range(row.Record?.Slope, 1, "0.00")) { Rank = 3 },
        new("overMarket", "log loss less opening", row => row.OverMarket.Mean) { Format = "+0.00000;-0.00000;0.00000", Rank = 4 },
    ];

    static readonly Column<EdgeBucketView>[] BucketColumns =
    [
        new("name", "claimed edge %", bucket => bucket.Name),
        new("bets", "bets", bucket => bucket.Bets) { Format = "N0" },
        new("claimed", "mean claimed %", bucket => bucket.Claimed * 100) { Format = Percent },
        new("realised", "realised %", bucket => bucket.Realised * 100) { Format = Percent },
        new("range", "95%", bucket => BacktestTables.Range(bucket.Range, 100, Percent)),
    ];

    public static void Print(EdgesView[] edges)
    {
        Screen.Line(
            "[bold]claimed and realised edge[/]  one unit on every outcome with a claimed edge above 0, "
            + "at the best opening price after commission");
        Table.Print(Columns, [.. edges.OrderBy(row => row.Weights.Length > 0)], more: More);
        foreach (var row in edges.Where(row => row.IsShownByBucket))
        {
            Screen.Line($"[bold]{Screen.Plain(row.Forecaster)}[/], {Screen.Plain(row.Slice)}, by claimed edge");
            Table.Print(BucketColumns, row.Record!.Buckets, more: More);
        }
        foreach (var row in edges.Where(row => row.Weights.Length > 0).DistinctBy(row => row.Forecaster))
        {
            var weights = row.Weights.Select(weight => string.Create(CultureInfo.InvariantCulture, $"{weight.Season} {weight.Weight:0.00}"));
            Screen.Line($"weight of {Screen.Plain(row.Forecaster["price with ".Length..])} beside the price: {string.Join(", ", weights)}");
        }
        Screen.Line("claimed: mean of p x net odds - 1; realised: mean gain; slope of gain on claim: 1 is right. Standard errors over match days.");
        Screen.Line("");
    }
}
