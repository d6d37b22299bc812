using System.Globalization;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Train;
using Soccer.Train.Backtesting;

namespace Soccer.Bench;

/// <summary>Compares blends of learners on the same matches. Every season is forecast by fits on what is older.</summary>
static class Learners
{
    /// <summary>The seasons by which things are chosen. Later ones judge the product, and nothing may be chosen by them.</summary>
    static readonly int[] Seasons = [2018, 2019, 2020, 2021, 2022];

    /// <summary>Seasons before each test season whose forecasts a regression learns from.</summary>
    const int Folds = 3;

    static readonly (string Kind, string[] Learners)[] Kinds =
    [
        (ModelKinds.ResultsOnly, [Learner.LogisticXGBoost, Learner.LogisticLightGBM, Learner.DixonColes]),
        (ModelKinds.MarketMemory, [Learner.LogisticXGBoost, Learner.LogisticLightGBM]),
        (ModelKinds.MarketAware, [Learner.PriceXGBoost, Learner.PriceLightGBM]),
    ];

    /// <summary>Fits every learner before every season and writes a table a kind in Markdown.</summary>
    public static int Run(string mirror, TextWriter output, Action<string> progress)
    {
        progress("reading and describing the matches");
        var history = History.Read(mirror, new DateOnly(Seasons[^1] + 1, 6, 30));
        var matches = history.ForBacktest(history.Describe());
        var parameters = new TrainingParameters();
        BacktestSeason[] seasons =
            [.. Enumerable.Range(Seasons[0] - Folds, Folds + Seasons.Length).Select(season => BacktestSeason.Of(matches, season, parameters.Split.WarmUpYears))];
        foreach (var (kind, learners) in Kinds)
        {
            var rows = new SeasonRows(matches.Set, seasons, kind);
            foreach (var learner in learners)
            {
                progress($"{kind}: {learner}");
                rows.Fit(learner, parameters.Of(kind) with { Learners = learner });
            }

            Write(kind, learners, rows, output);
        }

        return 0;
    }

    static void Write(string kind, string[] learners, SeasonRows rows, TextWriter output)
    {
        var today = new TrainingParameters().Of(kind).Learners.Split(',');
        string[][] sets = [.. Subsets(learners)];
        var reference = rows.Losses(Seasons, today, null);
        output.WriteLine($"\n{kind}: {reference.Length:N0} matches; compared with {string.Join(", ", today)} in a geometric mean, log loss {Text(reference.Average(), "F5")}\n");
        output.WriteLine("| learners | geometric mean | regression | seconds a fit | of the processor |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var set in sets)
            output.WriteLine(
                $"| {string.Join(", ", set)} | {Change(rows.Losses(Seasons, set, null))} | {(set.Length == 1 ? "" : Change(rows.Losses(Seasons, set, Folds)))} | " +
                $"{Text(set.Sum(rows.Seconds), "F1")} | {Text(set.Sum(rows.ProcessorSeconds), "F1")} |");

        string Change(double[] losses)
        {
            var change = PairedBootstrap.Difference(losses, reference, rows.Days(Seasons), ForecastTable.Seed);
            return $"{Text(change.Mean, "+0.00000;-0.00000")} [{Text(change.Low, "+0.00000;-0.00000")}, {Text(change.High, "+0.00000;-0.00000")}]";
        }
    }

    static IEnumerable<string[]> Subsets(string[] of) =>
        Enumerable.Range(1, (1 << of.Length) - 1).Select(bits => (string[])[.. of.Where((_, at) => (bits >> at & 1) == 1)]).OrderBy(set => set.Length);

    static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
