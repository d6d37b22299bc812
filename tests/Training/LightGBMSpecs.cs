using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Train;
using Soccer.Train.LightGBM;

namespace Soccer.Training.Tests;

public sealed class LightGBMSpecs
{
    static readonly BoostingParameters Quick = new()
    {
        Library = BoostingLibrary.LightGBM,
        LearningRate = 0.2,
        LeafWeight = 5,
        FeatureShare = 0.7,
        Patience = 10,
        Rounds = 200,
    };

    [Test]
    public void Managed_margins_equal_the_native_ones_on_every_row_also_where_values_are_missing()
    {
        // The first two features are never missing in the fit, and are in the rows.
        var set = MadeUpMatches.Set(3000);
        var rows = BoostingRows.Of(set, .., new());
        using var grower = new Grown(rows, 60);
        var random = new Random(7);
        float[] others = [.. Enumerable.Range(0, 3 * 4000).Select(_ => random.Next(3) == 0 ? float.NaN : (float)(4 * random.NextDouble() - 2)), .. set.Values];
        Assert.That(Managed(grower.Trees(60), others), Is.EqualTo(grower.Booster.Predict(others, 3)).Within(1e-6));
    }

    [Test]
    public void Values_at_a_threshold_go_the_native_way()
    {
        var set = MadeUpMatches.Set(3000);
        using var grower = new Grown(BoostingRows.Of(set, .., new()), 20);
        var trees = grower.Trees(20);
        float[] rows = [.. trees.Nodes.ToArray().Where(node => !node.IsLeaf && node.Value < float.MaxValue).SelectMany(Around)];
        Assert.That(Managed(trees, rows), Is.EqualTo(grower.Booster.Predict(rows, 3)).Within(1e-6));

        // A row just below, at and just above each threshold, which sits between two floats.
        static IEnumerable<float> Around(TreeNode node) => new[] { MathF.BitDecrement(node.Value), node.Value, MathF.BitIncrement(node.Value) }
            .SelectMany(value => Enumerable.Range(0, 3).Select(feature => feature == node.Feature ? value : 0.1f));
    }

    [Test]
    public void Trees_stop_by_what_their_managed_copies_say()
    {
        var set = MadeUpMatches.Set(2000);
        var split = TimeSplit.Of(set.Dates, new());
        float[] margins = [.. Enumerable.Range(0, 2000).SelectMany(match => new[] { 0.3f, set.Row(match)[1] / 10, 0 })];
        var fitted = Fit(set, new() { Margins = margins, Columns = [2, 0] });
        var stop = margins.AsSpan(3 * split.Stop.Start.Value, 3 * set.Outcomes[split.Stop].Length).ToArray();
        for (var match = 0; match < stop.Length / 3; match++)
            fitted.Trees.Add(set.Row(split.Stop.Start.Value + match), stop.AsSpan(3 * match, 3));

        Assert.That(fitted.Trees.Rounds, Is.GreaterThan(5));
        Assert.That(fitted.Trees.Nodes.ToArray().Select(node => node.Feature).Distinct(), Is.EquivalentTo(new[] { -1, 0, 2 }));
        Assert.That(Softmax.LogLoss(stop, set.Outcomes.AsSpan(split.Stop)), Is.EqualTo(fitted.StopLogLoss).Within(1e-6));
    }

    [Test]
    public void The_same_matches_and_seed_give_the_same_trees()
    {
        var set = MadeUpMatches.Set(2000);
        var first = Fit(set, new());
        Fit(MadeUpMatches.Set(1000, seed: 3), new());
        Assert.That(Fit(set, new()).Trees.Nodes.ToArray(), Is.EqualTo(first.Trees.Nodes.ToArray()));
    }

    [Test]
    public void Trees_learn_what_there_is_to_learn()
    {
        var set = MadeUpMatches.Set(6000);
        var split = TimeSplit.Of(set.Dates, new());
        var outcomes = set.Outcomes.AsSpan(split.HoldOut);
        var (offset, count) = split.HoldOut.GetOffsetAndLength(set.Count);
        Probabilities[] truth = [.. Enumerable.Range(offset, count).Select(match => MadeUpMatches.Truth(set.Row(match)[0]))];
        var learnt = Softmax.LogLoss(Managed(Fit(set, new(), Quick with { FeatureShare = 1 }).Trees, set.Rows(split.HoldOut)), outcomes);
        Assert.That(learnt, Is.EqualTo(LogLoss.Of(truth, outcomes)).Within(0.02));
    }

    [Test]
    public void Growing_ends_where_nothing_is_left_to_split()
    {
        // Two matches a tree: each weighs .44, a leaf must weigh .8.
        var trees = BoostedTrees.Refit(MadeUpMatches.Set(400), .., Quick with { LeafWeight = 100, MatchShare = 0.005 }, new(), 5, _ => { }, default);
        Assert.That(trees.Rounds, Is.EqualTo(0));
    }

    [Test]
    public void A_parameter_that_LightGBM_refuses_is_named() => Assert.That(
        () => Fit(MadeUpMatches.Set(400), new(), Quick with { Bins = 1 }), Throws.TypeOf<LightGBMException>().With.Message.Contains("max_bin"));

    static BoostedTrees Fit(TrainingSet set, BoostingInputs inputs, BoostingParameters? parameters = null) =>
        BoostedTrees.Fit(set, TimeSplit.Of(set.Dates, new()), parameters ?? Quick, inputs, _ => { }, default);

    static float[] Managed(TreeEnsemble trees, ReadOnlySpan<float> rows)
    {
        var margins = new float[rows.Length];
        for (var at = 0; at < rows.Length; at += 3)
            trees.Margins(rows.Slice(at, 3), margins.AsSpan(at, 3));

        return margins;
    }

    /// <summary>A booster that has grown some rounds.</summary>
    sealed class Grown : IDisposable
    {
        readonly Dataset dataset;

        public Grown(BoostingRows rows, int rounds)
        {
            var parameters = Quick.ForLightGBM(rows.Outcomes.Length);
            dataset = new(rows.Values.Span, rows.Columns, parameters);
            dataset.SetLabels(rows.Outcomes);
            Booster = new(parameters, dataset, null);
            var (margins, hessians) = (new float[rows.Margins.Length], new float[rows.Margins.Length]);
            for (var round = 0; round < rounds; round++)
            {
                Booster.FitMargins(margins);
                SoftLoss.Derivatives(margins, Outcomes(rows), margins, hessians);
                Booster.Grow(margins, hessians);
            }
        }

        public Booster Booster { get; }

        public TreeEnsemble Trees(int rounds) => ModelText.Read(Booster.ToText(rounds));

        public void Dispose()
        {
            Booster.Dispose();
            dataset.Dispose();
        }

        static float[] Outcomes(BoostingRows rows) => [.. rows.Outcomes.SelectMany(outcome => Enumerable.Range(0, 3).Select(i => i == (int)outcome ? 1f : 0))];
    }
}
