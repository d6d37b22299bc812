using System.Globalization;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Backtests;

/// <summary>Claimed edges beside realised ones, in the terminal.</summary>
static class EdgeTables
{
    const string Percent = "+0.0;-0.0;0.0";

    public static void Print(EdgesView[] edges)
    {
        Screen.Line("[bold]claimed and realised edge[/]  one unit on every outcome with a claimed edge above 0, at the best opening price after commission");
        Screen.Print(
            ["", "probability", ">bets", ">claimed %", ">realised %", ">95%", ">std. error", ">slope", ">95%", ">log loss less opening"],
            edges.OrderBy(row => row.Weights.Length > 0).Select(row => row.Record is { } record
                ? (string[])
                [
                    Screen.Plain(row.Slice), Screen.Plain(row.Forecaster), Count(record.Bets), Number(record.Claimed * 100, Percent), Number(record.Realised.Mean * 100, Percent),
                    Range(record.Realised, 100, Percent), Number(record.StandardError * 100, "0.00"), Number(record.Slope?.Mean, "0.00"), Range(record.Slope, 1, "0.00"),
                    Number(row.OverMarket.Mean, "+0.00000;-0.00000;0.00000"),
                ]
                : [Screen.Plain(row.Slice), Screen.Plain(row.Forecaster), "0", "-", "-", "", "-", "-", "", Number(row.OverMarket.Mean, "+0.00000;-0.00000;0.00000")]));
        foreach (var row in edges.Where(row => row.IsShownByBucket))
        {
            Screen.Line($"[bold]{Screen.Plain(row.Forecaster)}[/], {Screen.Plain(row.Slice)}, by claimed edge");
            Screen.Print([">claimed edge %", ">bets", ">mean claimed %", ">realised %", ">95%"], row.Record!.Buckets.Select(bucket => (string[])
            [
                bucket.Name, Count(bucket.Bets), Number(bucket.Claimed * 100, Percent), Number(bucket.Realised * 100, Percent), Range(bucket.Range, 100, Percent),
            ]));
        }
        foreach (var row in edges.Where(row => row.Weights.Length > 0).DistinctBy(row => row.Forecaster))
            Screen.Line($"weight of {Screen.Plain(row.Forecaster["price with ".Length..])} beside the price: {string.Join(", ", row.Weights.Select(weight => $"{weight.Season} {Number(weight.Weight, "0.00")}"))}");
        Screen.Line("claimed: mean of p x what the odds pay - 1; realised: mean gain; slope of gain on claim: 1 is right. Standard errors over match days.");
        Screen.Line("");
    }

    static string Count(int bets) => bets.ToString("N0", CultureInfo.InvariantCulture);

    static string Range(IntervalView? interval, double scale, string format) =>
        interval is null ? "" : $"{Number(interval.Low * scale, format)} to {Number(interval.High * scale, format)}";

    static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
