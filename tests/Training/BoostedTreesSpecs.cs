using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Train;
using Soccer.Train.XGBoost;

namespace Soccer.Training.Tests;

public sealed class BoostedTreesSpecs
{
    static readonly BoostingParameters Quick = new() { LearningRate = 0.2, LeafWeight = 5, FeatureShare = 0.7, Patience = 10, Rounds = 200 };

    [OneTimeSetUp]
    public void Needs_the_library() => NativeLibraryPresent.OrIgnore();

    [Test]
    public void Managed_margins_equal_the_native_ones_to_the_last_bit_also_where_values_are_missing()
    {
        var set = MadeUpMatches.Set(3000);
        using var matrix = new DMatrix(set.Values, 3, 2);
        matrix.SetLabels(set.Outcomes);
        using var booster = new Booster(Quick.ForXGBoost(3000), matrix);
        for (var round = 0; round < 30; round++)
            booster.Grow(round, matrix);

        // Other rows than those fitted, with more missing.
        var random = new Random(7);
        float[] rows = [.. Enumerable.Range(0, 3 * 2000).Select(_ => random.Next(3) == 0 ? float.NaN : (float)(4 * random.NextDouble() - 2))];
        using var others = new DMatrix(rows, 3, 2);
        var native = new float[3 * 2000];
        booster.Margins(others, native);
        Assert.That(Managed(BoosterJson.Read(booster.ToJson(), 30), rows), Is.EqualTo(native));
    }

    [Test]
    public void Managed_margins_equal_the_native_ones_where_trees_start_from_a_logistic()
    {
        var set = MadeUpMatches.Set(2000);
        var start = LogisticFit.Fit(set, .., [0, 2], 1, CancellationToken.None);
        using var matrix = new DMatrix(set.Values, 3, 2);
        matrix.SetLabels(set.Outcomes);
        matrix.SetBaseMargins(Starting(set, start));
        using var booster = new Booster(Quick.ForXGBoost(2000), matrix);
        for (var round = 0; round < 10; round++)
            booster.Grow(round, matrix);

        var native = new float[3 * 2000];
        booster.Margins(matrix, native);
        var part = new ModelPart("logistic+xgboost", start, BoosterJson.Read(booster.ToJson(), 10));
        var managed = new float[3 * 2000];
        for (var match = 0; match < 2000; match++)
            part.Margins(set.Row(match), managed.AsSpan(3 * match, 3));

        Assert.That(managed, Is.EqualTo(native));
    }

    [Test]
    public void The_same_matches_and_seed_give_the_same_trees_whatever_was_grown_before()
    {
        var set = MadeUpMatches.Set(2000);
        var first = Fit(set, Quick);
        Fit(MadeUpMatches.Set(1000, seed: 3), Quick with { Seed = 5 });
        var second = Fit(set, Quick);
        Assert.That(second.Trees.Nodes.ToArray(), Is.EqualTo(first.Trees.Nodes.ToArray()));
        Assert.That(second.StopLogLoss, Is.EqualTo(first.StopLogLoss));
    }

    [Test]
    public void Another_seed_gives_other_trees()
    {
        var set = MadeUpMatches.Set(2000);
        Assert.That(Fit(set, Quick with { Seed = 2 }).Trees.Nodes.ToArray(), Is.Not.EqualTo(Fit(set, Quick).Trees.Nodes.ToArray()));
    }

    [Test]
    public void The_round_with_the_least_stop_loss_is_kept_and_patience_ends_the_boosting()
    {
        var set = MadeUpMatches.Set(2000);
        List<BoostingRound> rounds = [];
        var fitted = BoostedTrees.Fit(set, TimeSplit.Of(set.Dates, new()), Quick, new(), rounds.Add, CancellationToken.None);
        var least = rounds.MinBy(round => round.LogLoss);
        Assert.Multiple(() =>
        {
            Assert.That(fitted.Trees.Rounds, Is.EqualTo(least.Round));
            Assert.That(fitted.StopLogLoss, Is.EqualTo(least.LogLoss));
            Assert.That(rounds, Has.Count.EqualTo(least.Round + Quick.Patience));
            Assert.That(rounds.Select(round => round.Round), Is.EqualTo(Enumerable.Range(1, rounds.Count)));
            Assert.That(rounds.Select(round => round.BestLogLoss), Is.Ordered.Descending);
        });
    }

    [Test]
    public void No_tree_is_kept_where_the_start_did_best()
    {
        // The start knows the truth; trees this greedy learn noise.
        var set = MadeUpMatches.Set(2000);
        var start = new MultinomialLogistic([0], [0], [1], [0.3, 1, 0, 0, 0, -1]);
        var fitted = BoostedTrees.Fit(set, TimeSplit.Of(set.Dates, new()), Quick with { LearningRate = 1, LeafWeight = 0, Ridge = 0 }, new() { Margins = Starting(set, start) }, _ => { }, CancellationToken.None);
        var (offset, count) = TimeSplit.Of(set.Dates, new()).Stop.GetOffsetAndLength(set.Count);
        Probabilities[] truth = [.. Enumerable.Range(offset, count).Select(match => MadeUpMatches.Truth(set.Row(match)[0]))];
        Assert.That(fitted.Trees.Rounds, Is.EqualTo(0));
        Assert.That(fitted.StopLogLoss, Is.EqualTo(LogLoss.Of(truth, set.Outcomes.AsSpan(offset, count))).Within(1e-6));
    }

    [Test]
    public void The_stop_loss_is_that_of_the_trees_that_were_kept()
    {
        var set = MadeUpMatches.Set(2000);
        var split = TimeSplit.Of(set.Dates, new());
        var fitted = Fit(set, Quick);
        Assert.That(Softmax.LogLoss(Managed(fitted.Trees, set.Rows(split.Stop)), set.Outcomes.AsSpan(split.Stop)), Is.EqualTo(fitted.StopLogLoss).Within(1e-12));
    }

    [Test]
    public void Trees_learn_what_there_is_to_learn()
    {
        var set = MadeUpMatches.Set(6000);
        var split = TimeSplit.Of(set.Dates, new());
        var outcomes = set.Outcomes.AsSpan(split.HoldOut);
        var (offset, count) = split.HoldOut.GetOffsetAndLength(set.Count);
        Probabilities[] truth = [.. Enumerable.Range(offset, count).Select(match => MadeUpMatches.Truth(set.Row(match)[0]))];
        var learnt = Softmax.LogLoss(Managed(Fit(set, Quick).Trees, set.Rows(split.HoldOut)), outcomes);
        // Knowing nothing costs .99 here, knowing all .82.
        Assert.That(learnt, Is.EqualTo(LogLoss.Of(truth, outcomes)).Within(0.02));
    }

    [Test]
    public void Boosting_ends_at_the_round_in_which_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var set = MadeUpMatches.Set(2000);
        var seen = 0;
        Assert.That(() => BoostedTrees.Fit(set, TimeSplit.Of(set.Dates, new()), Quick, new(), Cancel, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(seen, Is.EqualTo(3));

        void Cancel(BoostingRound round)
        {
            seen = round.Round;
            if (seen == 3)
                cancellation.Cancel();
        }
    }

    [Test]
    public void A_parameter_that_XGBoost_refuses_is_named()
    {
        var set = MadeUpMatches.Set(400);
        Assert.That(() => Fit(set, Quick with { Depth = -1 }), Throws.TypeOf<XGBoostException>().With.Message.Contains("max_depth"));
    }

    static BoostedTrees Fit(TrainingSet set, BoostingParameters parameters) =>
        BoostedTrees.Fit(set, TimeSplit.Of(set.Dates, new()), parameters, new(), _ => { }, CancellationToken.None);

    static float[] Starting(TrainingSet set, MultinomialLogistic start)
    {
        var margins = new float[3 * set.Count];
        for (var match = 0; match < set.Count; match++)
            start.Margins(set.Row(match), margins.AsSpan(3 * match, 3));

        return margins;
    }

    static float[] Managed(TreeEnsemble trees, ReadOnlySpan<float> rows)
    {
        var margins = new float[rows.Length];
        for (var at = 0; at < rows.Length; at += 3)
            trees.Margins(rows.Slice(at, 3), margins.AsSpan(at, 3));

        return margins;
    }
}
