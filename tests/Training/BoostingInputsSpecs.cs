using Soccer.Forecasting.Models;
using Soccer.Train;

namespace Soccer.Training.Tests;

public sealed class BoostingInputsSpecs
{
    static readonly BoostingParameters Quick = new() { LearningRate = 0.2, LeafWeight = 5, FeatureShare = 0.7, Patience = 10, Rounds = 200 };
    static readonly TrainingSet Set = MadeUpMatches.Set(2000);
    static readonly TimeSplit Split = TimeSplit.Of(Set.Dates, new());

    [OneTimeSetUp]
    public void Needs_the_library() => NativeLibraryPresent.OrIgnore();

    [Test]
    public void Targets_that_are_the_outcomes_give_the_trees_that_outcomes_give()
    {
        // Every match and feature in every tree: the two ways to grow draw different ones.
        var greedy = Quick with { FeatureShare = 1, MatchShare = 1 };
        var (soft, hard) = (Fit(greedy, new() { Targets = SoftLabels.Of(Set) }), Fit(greedy, new()));
        Assert.That(soft.Trees.Nodes.ToArray().Select(node => (node.Feature, node.Left)), Is.EqualTo(hard.Trees.Nodes.ToArray().Select(node => (node.Feature, node.Left))));
        Assert.That(soft.StopLogLoss, Is.EqualTo(hard.StopLogLoss).Within(1e-6));
    }

    [Test]
    public void True_probabilities_as_targets_teach_more_than_outcomes()
    {
        float[] truth = [.. Enumerable.Range(0, Set.Count).Select(match => MadeUpMatches.Truth(Set.Row(match)[0])).SelectMany(p => new[] { (float)p.Home, (float)p.Draw, (float)p.Away })];
        var (soft, hard) = (Fit(Quick, new() { Targets = truth }), Fit(Quick, new()));
        Assert.That(Distance(soft), Is.LessThan(0.5 * Distance(hard)));

        double Distance(BoostedTrees fitted) => Enumerable.Range(Split.HoldOut.Start.Value, 200).Average(match =>
        {
            var margins = new float[3];
            fitted.Trees.Margins(Set.Row(match), margins);
            return Math.Pow(Softmax.Of(margins[0], margins[1], margins[2]).Home - MadeUpMatches.Truth(Set.Row(match)[0]).Home, 2);
        });
    }

    [Test]
    public void Every_round_of_soft_labels_draws_other_matches()
    {
        // With one tree's answer taken whole and the same matches, the second round would find the first's splits again.
        var trees = BoostedTrees.Refit(Set, Split.Fit, Quick with { LearningRate = 0.001, MatchShare = 0.3 }, new() { Targets = SoftLabels.Of(Set) }, 2, _ => { }, default);
        float[] first = [.. trees.Nodes[..trees.Roots[3]].ToArray().Where(node => !node.IsLeaf).Select(node => node.Value)];
        float[] second = [.. trees.Nodes[trees.Roots[3]..].ToArray().Where(node => !node.IsLeaf).Select(node => node.Value)];
        Assert.That(second, Is.Not.EqualTo(first));
    }

    [Test]
    public void Soft_labels_give_the_same_trees_each_time()
    {
        var inputs = new BoostingInputs { Targets = SoftLabels.Of(Set) };
        var first = Fit(Quick, inputs);
        Fit(Quick with { Seed = 5 }, inputs);
        Assert.That(Fit(Quick, inputs).Trees.Nodes.ToArray(), Is.EqualTo(first.Trees.Nodes.ToArray()));
    }

    [Test]
    public void Chosen_columns_are_looked_at_and_counted_as_in_the_whole_row()
    {
        var chosen = Fit(Quick, new() { Columns = [2, 0] });
        Assert.That(chosen.Trees.Nodes.ToArray().Where(node => !node.IsLeaf).Select(node => node.Feature).Distinct(), Is.EquivalentTo(new[] { 0, 2 }));

        var stop = Split.Stop;
        var margins = new float[3 * Set.Outcomes[stop].Length];
        for (var match = stop.Start.Value; match < stop.End.Value; match++)
            chosen.Trees.Margins(Set.Row(match), margins.AsSpan(3 * (match - stop.Start.Value), 3));

        Assert.That(Softmax.LogLoss(margins, Set.Outcomes.AsSpan(stop)), Is.EqualTo(chosen.StopLogLoss).Within(1e-12));
    }

    [Test]
    public void A_refit_grows_the_rounds_that_a_fit_grew()
    {
        var fitted = Fit(Quick, new());
        List<int> told = [];
        var again = BoostedTrees.Refit(Set, Split.Fit, Quick, new(), fitted.Trees.Rounds, told.Add, default);
        Assert.That(again.Nodes.ToArray(), Is.EqualTo(fitted.Trees.Nodes.ToArray()));
        Assert.That(told, Is.EqualTo(Enumerable.Range(1, fitted.Trees.Rounds)));
    }

    [Test]
    public void Inputs_that_do_not_fit_the_set_are_refused() => Assert.Multiple(() =>
    {
        Assert.That(() => Fit(Quick, new() { Targets = new float[3] }), Throws.ArgumentException.With.Message.Contains("Targets has 3 values; 2000 matches need 6000"));
        Assert.That(() => Fit(Quick, new() { Margins = new float[3] }), Throws.ArgumentException.With.Message.Contains("Margins has 3 values"));
        Assert.That(() => Fit(Quick, new() { Columns = [3] }), Throws.ArgumentException.With.Message.Contains("from 0 to 2"));
        Assert.That(() => Fit(Quick, new() { Columns = [1, 1] }), Throws.ArgumentException.With.Message.Contains("different positions"));
        Assert.That(() => BoostedTrees.Refit(Set, 5..5, Quick, new(), 1, _ => { }, default), Throws.ArgumentException.With.Message.Contains("position 5 on has no match"));
    });

    static BoostedTrees Fit(BoostingParameters parameters, BoostingInputs inputs) => BoostedTrees.Fit(Set, Split, parameters, inputs, _ => { }, default);
}
