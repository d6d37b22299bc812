using Soccer.Train;
using Soccer.Train.Tuning;

namespace Soccer.Training.Tests.Tuning;

public sealed class ObjectiveSpecs
{
    static readonly TrainingParameters Quick = new()
    {
        ResultsOnly = new() { StartFeatures = "", Boosting = new() { LearningRate = 0.2, LeafWeight = 5, FeatureShare = 0.7, Patience = 10, Rounds = 200 } },
    };

    [TestCase(1, 100, 1000)]
    [TestCase(1d / 3, 700, 1000)]
    // 900 / 9 = 100.
    [TestCase(1d / 9, 900, 1000)]
    // Less than the least that a part needs.
    [TestCase(0.001, 980, 1000)]
    public void A_share_is_the_newest_matches(double share, int from, int to) => Assert.That(Objective.Newest(100..1000, share), Is.EqualTo(from..to));

    [Test]
    public void A_trial_s_loss_is_that_of_a_training_with_its_parameters_on_the_stop_part()
    {
        NativeLibraryPresent.OrIgnore();
        var set = MadeUpMatches.Set(3000);
        var trees = BoostedTrees.Fit(set, TimeSplit.Of(set.Dates, Quick.Split), Quick.ResultsOnly.Boosting, new(), _ => { }, CancellationToken.None);
        var fit = Of(set, 1, CancellationToken.None);
        Assert.That(fit.LogLoss, Is.EqualTo(trees.StopLogLoss).Within(1e-6));
        Assert.That(fit.BoostingRounds, Is.EqualTo(trees.Trees.Rounds));
    }

    [Test]
    public void A_smaller_share_is_fitted_on_fewer_matches_and_judged_on_the_same()
    {
        NativeLibraryPresent.OrIgnore();
        var set = MadeUpMatches.Set(3000);
        var (whole, third) = (Of(set, 1, CancellationToken.None), Of(set, 1d / 3, CancellationToken.None));
        Assert.That(third.FitRows, Is.EqualTo((whole.FitRows + 2) / 3));
        Assert.That(third.LogLoss, Is.EqualTo(whole.LogLoss).Within(0.05).And.Not.EqualTo(whole.LogLoss));
    }

    [Test]
    public void The_hold_out_is_not_looked_at()
    {
        NativeLibraryPresent.OrIgnore();
        var set = MadeUpMatches.Set(3000);
        var holdOut = TimeSplit.Of(set.Dates, Quick.Split).HoldOut;
        var before = Of(set, 1, CancellationToken.None);
        set.Values.AsSpan(3 * holdOut.Start.Value).Clear();
        set.Outcomes.AsSpan(holdOut).Clear();
        Assert.That(Of(set, 1, CancellationToken.None) with { Seconds = before.Seconds }, Is.EqualTo(before));
    }

    [Test]
    public void A_trial_ends_at_the_round_in_which_it_is_cancelled()
    {
        NativeLibraryPresent.OrIgnore();
        using var cancellation = new CancellationTokenSource();
        var seen = 0;
        Assert.That(() => Of(MadeUpMatches.Set(2000), 1, cancellation.Token, round =>
        {
            seen = round;
            if (seen == 3)
                cancellation.Cancel();
        }), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(seen, Is.EqualTo(3));
    }

    static TrialFit Of(TrainingSet set, double share, CancellationToken cancellation, Action<int>? seen = null)
    {
        var (fitted, cost) = Objective.Of(set, "results-only", Quick, share, TimeProvider.System, round => seen?.Invoke(round.Round), cancellation);
        return TrialFit.Of(fitted, cost);
    }
}
