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
    const int Folds = 2;

    /// <summary>
    /// The product's trees take half the rounds of these at twice their learning rate, so that two learners cost what one of these costs.
    /// </summary>
    const string Long = ", long";

    static readonly (string Kind, string[] Trees, string[] Others)[] Kinds =
    [
        (ModelKinds.ResultsOnly, [Learner.LogisticXGBoost, Learner.LogisticLightGBM], [Learner.DixonColes]),
        (ModelKinds.MarketMemory, [Learner.LogisticXGBoost, Learner.LogisticLightGBM], []),
        (ModelKinds.MarketAware, [Learner.PriceXGBoost, Learner.PriceLightGBM], []),
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
        foreach (var (kind, trees, others) in Kinds)
        {
            var rows = new SeasonRows(matches.Set, seasons, kind);
            foreach (var learner in trees)
                Fit(learner + Long, Lengthened(parameters.Of(kind)) with { Learners = learner }, seasons[0].Season);

            foreach (var learner in others)
                Fit(learner, parameters.Of(kind) with { Learners = learner }, seasons[0].Season);

            foreach (var learner in trees)
                Fit(learner, parameters.Of(kind) with { Learners = learner }, Seasons[0]);

            Write(kind, trees, others, rows, output);

            void Fit(string name, KindParameters of, int from)
            {
                progress($"{kind}: {name}");
                rows.Fit(name, of, from);
            }
        }

        return 0;
    }

    static KindParameters Lengthened(KindParameters parameters) => parameters with
    {
        Boosting = parameters.Boosting with { LearningRate = parameters.Boosting.LearningRate / 2, FixedRounds = 2 * parameters.Boosting.FixedRounds },
    };

    static void Write(string kind, string[] trees, string[] others, SeasonRows rows, TextWriter output)
    {
        string[] lengthened = [.. trees.Select(learner => learner + Long)];
        string[] reference = [lengthened[0], .. others];
        var losses = rows.Losses(Seasons, reference, null);
        output.WriteLine($"\n{kind}: {losses.Length:N0} matches; compared with the mean of {string.Join(" and ", reference)}, log loss {Text(losses.Average(), "F5")}\n");
        output.WriteLine("| learners | geometric mean | regression | seconds a fit | of the processor |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var set in (string[][])[[lengthened[0]], [lengthened[1]], lengthened, .. others.Select(other => (string[])[other])])
            Row(set);

        foreach (var set in (string[][])[[lengthened[0], .. others], [lengthened[1], .. others], [.. lengthened, .. others]])
            if (others.Length > 0)
                Row(set);

        Row([trees[0], .. others], false);
        Row([.. trees, .. others], false);

        void Row(string[] set, bool withRegression = true) => output.WriteLine(
            $"| {string.Join(" · ", set)} | {Change(rows.Losses(Seasons, set, null))} | {(set.Length == 1 || !withRegression ? "" : Change(rows.Losses(Seasons, set, Folds)))} | " +
            $"{Text(set.Sum(rows.Seconds), "F1")} | {Text(set.Sum(rows.ProcessorSeconds), "F1")} |");

        string Change(double[] of)
        {
            var change = PairedBootstrap.Difference(of, losses, rows.Days(Seasons), ForecastTable.Seed);
            return $"{Text(change.Mean, "+0.00000;-0.00000")} [{Text(change.Low, "+0.00000;-0.00000")}, {Text(change.High, "+0.00000;-0.00000")}]";
        }
    }

    static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
