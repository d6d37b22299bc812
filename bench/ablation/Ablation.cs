using System.Globalization;
using Soccer.Forecasting;
using Soccer.Forecasting.Features;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Train;
using Soccer.Train.Backtesting;

namespace Soccer.Bench;

/// <summary>Fits without each family of features and with it alone, and compares on the same matches.</summary>
static class Ablation
{
    /// <summary>The seasons by which things are chosen. Later ones judge the product, and nothing may be chosen by them.</summary>
    static readonly int[] Seasons = [2021, 2022];

    /// <summary>
    /// Cheaper than the product's: one library's trees on the regression, and no second fit on the stop part. Differences between choices
    /// of features stay; absolute figures are a little
    /// worse.
    /// </summary>
    static KindParameters Cheap(KindParameters parameters) => parameters with
    {
        Learners = Learner.LogisticXGBoost,
        Refit = false,
        Boosting = parameters.Boosting with { Patience = 10 },
    };

    /// <summary>Reads no match that is newer than the test seasons, fits every choice, and writes a table in Markdown.</summary>
    public static int Run(string mirror, TextWriter output, Action<string> tell)
    {
        tell("reading and describing the matches");
        var history = History.Read(mirror, new DateOnly(Seasons[^1] + 1, 6, 30));
        var pass = FeaturePass.Create();
        var families = new FamilyColumns(pass);
        var set = history.Describe(pass);
        var parameters = new TrainingParameters();
        var matches = history.ForBacktest(set);
        BacktestSeason[] seasons = [.. Seasons.Select(season => BacktestSeason.Of(matches, season, parameters.Split.WarmUpYears))];
        var test = new TestRows(set, seasons);

        int[] results = Seen(set, ModelKinds.ResultsOnly), memory = Seen(set, ModelKinds.MarketMemory);
        Variant[] variants =
        [
            .. families.Of(ModelKinds.ResultsOnly, results, results, alone: true),
            .. families.Of(ModelKinds.MarketMemory, memory, [.. memory.Except(results)], alone: false),
        ];
        Dictionary<Variant, double[]> losses = [];
        foreach (var (at, variant) in variants.Index())
        {
            tell($"{at + 1} of {variants.Length}: {variant}");
            losses.Add(variant, test.Losses(variant, Cheap(parameters.Of(variant.Kind))));
        }

        output.WriteLine(
            $"{test.Count:N0} matches of the main divisions in {string.Join(" and ", seasons.Select(season => season.Name))}; class marginals {Text(test.Marginals(), "F4")}.");
        foreach (var kind in variants.GroupBy(variant => variant.Kind))
            Write(kind.Key, [.. kind], losses, test, output);

        return 0;
    }

    static void Write(string kind, Variant[] variants, Dictionary<Variant, double[]> losses, TestRows test, TextWriter output)
    {
        var whole = losses[variants[0]];
        var withAlone = variants.Any(variant => variant.Alone);
        output.WriteLine();
        output.WriteLine($"{kind} with all {variants[0].Columns.Length} features: {Text(whole.Average(), "F4")}");
        output.WriteLine();
        output.WriteLine($"| family | features | without it |{(withAlone ? " it alone |" : "")}");
        output.WriteLine($"|---|---|---|{(withAlone ? "---|" : "")}");
        var families = variants.Where(variant => variant is { Family: not null, Alone: false })
            .Select(without => (Without: without, Cost: losses[without].Average() - whole.Average()))
            .OrderByDescending(family => family.Cost);
        foreach (var (without, _) in families)
        {
            var alone = Array.Find(variants, variant => variant.Alone && variant.Family == without.Family);
            output.WriteLine(
                $"| {without.Family} | {variants[0].Columns.Length - without.Columns.Length} | {Change(losses[without])} |{(alone is null ? "" : $" {Change(losses[alone])} |")}");
        }

        string Change(double[] of)
        {
            var change = PairedBootstrap.Difference(of, whole, test.Days, ForecastTable.Seed);
            return $"{Text(change.Mean, "+0.0000;-0.0000")} [{Text(change.Low, "+0.0000;-0.0000")}, {Text(change.High, "+0.0000;-0.0000")}]";
        }
    }

    static int[] Seen(TrainingSet set, string kind) => [.. set.Features.Index().Where(feature => ModelKinds.Sees(kind, feature.Item)).Select(feature => feature.Index)];

    static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
