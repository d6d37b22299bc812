using FsCheck;
using FsCheck.Fluent;
using Soccer.Forecasting.Models;

namespace Soccer.Forecasting.Tests.Models;

public sealed class TreeShapSpecs
{
    [Test]
    public void A_split_is_credited_with_what_it_says_beyond_the_mean()
    {
        // Three quarters go left to 4, one to 8: the mean is 5. A row that goes right owes 3 to the feature.
        var trees = Ensemble([TreeNode.Split(0, 0, 1, false), TreeNode.Leaf(4), TreeNode.Leaf(8)], [100, 75, 25]);
        var shap = new TreeShap(trees);
        Assert.That(shap.Expected.ToArray(), Is.EqualTo(new[] { 5, 0, 0 }).Within(1e-12));
        Assert.That(Explained(shap, [1, 0]), Is.EqualTo(new[] { 3d, 0, 0, 0, 0, 0 }).Within(1e-12));
        Assert.That(Explained(shap, [float.NaN, 0]), Is.EqualTo(new[] { 3d, 0, 0, 0, 0, 0 }).Within(1e-12));
    }

    [Test]
    public void Two_features_that_matter_only_together_share_alike()
    {
        // 8 where both are high, half of the matches each way: the mean is 2, so a row where both are owes 3 to each.
        var trees = Ensemble(
            [TreeNode.Split(0, 0, 1, false), TreeNode.Leaf(0), TreeNode.Split(1, 0, 3, false), TreeNode.Leaf(0), TreeNode.Leaf(8)], [4, 2, 2, 1, 1]);
        Assert.That(Explained(new(trees), [1, 1]), Is.EqualTo(new[] { 3d, 3, 0, 0, 0, 0 }).Within(1e-12));
        // The first is low: ((0 − 2) + (0 − 4)) / 2 for it; the second is high: ((4 − 2) + (0 − 0)) / 2.
        Assert.That(Explained(new(trees), [-1, 1]), Is.EqualTo(new[] { -3d, 1, 0, 0, 0, 0 }).Within(1e-12));
    }

    [Test]
    public void Contributions_are_Shapley_values_over_all_subsets_of_features() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var trees = Random(random, depth: 4, rounds: 2);
            float[] row = [.. Enumerable.Range(0, 4).Select(_ => random.Next(4) == 0 ? float.NaN : (float)random.NextDouble())];
            return Explained(new(trees), row).Zip(Shapley(trees, row)).All(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Contributions_and_expected_margins_sum_to_the_margins() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var trees = Random(random, depth: 7, rounds: 20);
            float[] row = [.. Enumerable.Range(0, 4).Select(_ => random.Next(4) == 0 ? float.NaN : (float)random.NextDouble())];
            var margins = new float[3];
            trees.Margins(row, margins);
            var shap = new TreeShap(trees);
            var contributions = Explained(shap, row);
            return Enumerable.Range(0, 3).All(outcome => Math.Abs(shap.Expected[outcome] + contributions[(4 * outcome)..(4 * outcome + 4)].Sum() - margins[outcome]) < 1e-5);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Trees_without_covers_are_refused() =>
        Assert.That(() => new TreeShap(TreeEnsembleSpecs.OneRound), Throws.ArgumentException.With.Message.Contains("Train the model again"));

    [Test]
    public void Contributions_need_a_place_a_feature_and_class() => Assert.That(
        () => new TreeShap(Ensemble([TreeNode.Leaf(1)], [1])).Add([1, 2], new double[4]), Throws.ArgumentException.With.Message.Contains("a row of 2 needs 6"));

    static double[] Explained(TreeShap shap, float[] row)
    {
        var contributions = new double[3 * row.Length];
        shap.Add(row, contributions);
        return contributions;
    }

    /// <summary>The definition: every order of features weighs the same.</summary>
    static double[] Shapley(TreeEnsemble trees, float[] row)
    {
        var contributions = new double[3 * row.Length];
        for (var feature = 0; feature < row.Length; feature++)
            for (var subset = 0; subset < 1 << row.Length; subset++)
                if ((subset & (1 << feature)) == 0)
                {
                    var size = int.PopCount(subset);
                    var weight = Factorial(size) * Factorial(row.Length - size - 1) / Factorial(row.Length);
                    for (var tree = 0; tree < trees.Roots.Length; tree++)
                        contributions[tree % 3 * row.Length + feature] += weight
                            * (Mean(trees, trees.Roots[tree], row, subset | (1 << feature)) - Mean(trees, trees.Roots[tree], row, subset));
                }

        return contributions;
    }

    internal static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);

    /// <summary>The mean over the leaves where only the subset's features are known.</summary>
    internal static double Mean(TreeEnsemble trees, int at, float[] row, int subset)
    {
        var node = trees.Nodes[at];
        if (node.IsLeaf)
            return node.Value;
        if ((subset & (1 << node.Feature)) != 0)
            return Mean(trees, node.GoesLeft(row[node.Feature]) ? node.Left : node.Left + 1, row, subset);

        var (left, right) = (trees.Covers[node.Left], trees.Covers[node.Left + 1]);
        return (left * Mean(trees, node.Left, row, subset) + right * Mean(trees, node.Left + 1, row, subset)) / (left + right);
    }

    static TreeEnsemble Ensemble(TreeNode[] home, float[] covers) =>
        new(0, [0, home.Length, home.Length + 1], [.. home, TreeNode.Leaf(0), TreeNode.Leaf(0)], [.. covers, 1, 1]);

    /// <summary>Trees over four features, some of whose ways end early.</summary>
    internal static TreeEnsemble Random(Random random, int depth, int rounds)
    {
        List<TreeNode> nodes = [];
        List<float> covers = [];
        List<int> roots = [];
        for (var tree = 0; tree < 3 * rounds; tree++)
        {
            roots.Add(nodes.Count);
            nodes.Add(default);
            covers.Add(random.Next(1, 100));
            Grow(nodes.Count - 1, depth);
        }

        return new(0.5f, [.. roots], [.. nodes], [.. covers]);

        void Grow(int at, int left)
        {
            if (left == 0 || random.Next(5) == 0)
            {
                nodes[at] = TreeNode.Leaf((float)(random.NextDouble() - 0.5));
                return;
            }

            nodes[at] = TreeNode.Split(random.Next(4), (float)random.NextDouble(), nodes.Count, random.Next(2) == 0);
            var children = nodes.Count;
            nodes.AddRange([default, default]);
            covers.AddRange([random.Next(1, 100), random.Next(1, 100)]);
            Grow(children, left - 1);
            Grow(children + 1, left - 1);
        }
    }
}
