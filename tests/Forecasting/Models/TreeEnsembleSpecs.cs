using FsCheck;
using FsCheck.Fluent;
using Soccer.Forecasting.Models;

namespace Soccer.Forecasting.Tests.Models;

public sealed class TreeEnsembleSpecs
{
    /// <summary>One round. Home: feature 0 below .5 gives .1, else .2, missing goes left. Draw: feature 1 below −1 gives .3, else .4, missing goes right. Away: −.5.</summary>
    public static TreeEnsemble OneRound { get; } = new(
        0.25f, [0, 3, 6],
        [
            TreeNode.Split(0, 0.5f, 1, missingLeft: true), TreeNode.Leaf(0.1f), TreeNode.Leaf(0.2f),
            TreeNode.Split(1, -1f, 4, missingLeft: false), TreeNode.Leaf(0.3f), TreeNode.Leaf(0.4f),
            TreeNode.Leaf(-0.5f),
        ]);

    /// <summary>The same, with what came to each node.</summary>
    public static TreeEnsemble WithCovers { get; } = new(OneRound.BaseScore, OneRound.Roots.ToArray(), OneRound.Nodes.ToArray(), [10, 4, 6, 9.5f, 2.5f, 7, 8]);

    [TestCase(0f, -2f, 0.35f, 0.55f)]
    [TestCase(0.5f, -1f, 0.45f, 0.65f, TestName = "A_value_at_the_threshold_goes_right")]
    [TestCase(float.NaN, float.NaN, 0.35f, 0.65f, TestName = "A_missing_value_goes_where_its_split_says")]
    [TestCase(float.PositiveInfinity, float.NegativeInfinity, 0.45f, 0.55f)]
    public void Margins_are_the_base_score_and_the_leaves(float first, float second, float home, float draw)
    {
        var margins = new float[3];
        OneRound.Margins([first, second], margins);
        Assert.That(margins, Is.EqualTo(new[] { home, draw, -0.25f }).Within(1e-7f));
    }

    [Test]
    public void Margins_are_those_of_the_plain_way_down_to_the_last_bit() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var trees = TreeShapSpecs.Random(random, depth: random.Next(9), rounds: 15);
            // The row is wider than what the trees look at; thresholds lie between 0 and 1, and one of them is met exactly where there is a split.
            float[] special = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0, 1, trees.Nodes[0].Value];
            float[] row = [.. Enumerable.Range(0, 6).Select(_ => random.Next(2) == 0 ? special[random.Next(special.Length)] : (float)random.NextDouble())];
            float[] plain = [0.1f, 0.2f, 0.3f], margins = [0.1f, 0.2f, 0.3f];
            for (var tree = 0; tree < trees.Roots.Length; tree++)
            {
                var node = trees.Nodes[trees.Roots[tree]];
                while (!node.IsLeaf)
                    node = trees.Nodes[node.GoesLeft(row[node.Feature]) ? node.Left : node.Left + 1];

                plain[tree % 3] += node.Value;
            }

            trees.Add(row, margins);
            return margins.SequenceEqual(plain);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Trees_of_leaves_alone_look_at_no_feature()
    {
        float[] margins = [1, 2, 3];
        new TreeEnsemble(0, [0, 1, 2], [TreeNode.Leaf(0.5f), TreeNode.Leaf(0.25f), TreeNode.Leaf(-1)]).Add([], margins);
        Assert.That(margins, Is.EqualTo(new[] { 1.5f, 2.25f, 2 }));
    }

    [Test]
    public void No_tree_adds_nothing()
    {
        float[] margins = [1, 2, 3];
        new TreeEnsemble(0, [], []).Add([7], margins);
        Assert.That(margins, Is.EqualTo(new float[] { 1, 2, 3 }));
    }

    [Test]
    public void A_row_that_is_too_short_is_refused() => Assert.That(() => OneRound.Add([1], new float[3]), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Trees_may_start_from_given_margins()
    {
        float[] margins = [1, 2, 3];
        OneRound.Add([0, 0], margins);
        Assert.That(margins, Is.EqualTo(new[] { 1.1f, 2.4f, 2.5f }).Within(1e-6f));
    }

    [Test]
    public void It_knows_how_wide_a_row_must_be() => Assert.That((OneRound.Features, OneRound.Rounds), Is.EqualTo((2, 1)));

    [Test]
    public void A_child_before_its_parent_is_refused() => Assert.That(
        () => new TreeEnsemble(0, [0, 3, 4], [TreeNode.Split(0, 1, 0, true), TreeNode.Leaf(1), TreeNode.Leaf(1), TreeNode.Leaf(1), TreeNode.Leaf(1)]),
        Throws.TypeOf<InvalidArtifactException>().With.Message.Contains("Node 0 of tree 0"));

    [Test]
    public void A_child_in_another_tree_is_refused() => Assert.That(
        () => new TreeEnsemble(0, [0, 2, 3], [TreeNode.Split(0, 1, 1, true), TreeNode.Leaf(1), TreeNode.Leaf(1), TreeNode.Leaf(1)]),
        Throws.TypeOf<InvalidArtifactException>().With.Message.Contains("before 2"));

    [Test]
    public void Half_a_round_is_refused() => Assert.That(
        () => new TreeEnsemble(0, [0, 1], [TreeNode.Leaf(1), TreeNode.Leaf(1)]), Throws.TypeOf<InvalidArtifactException>().With.Message.Contains("whole rounds"));

    [Test]
    public void Features_may_move_to_places_in_a_wider_row()
    {
        var moved = WithCovers.WithFeatures([4, 2]);
        var margins = new float[3];
        moved.Margins([9, 9, -2, 9, 0], margins);
        Assert.That(moved.Features, Is.EqualTo(5));
        Assert.That(margins, Is.EqualTo(new[] { 0.35f, 0.55f, -0.25f }).Within(1e-7f));
        Assert.That(moved.Covers.ToArray(), Is.EqualTo(WithCovers.Covers.ToArray()));
    }

    [Test]
    public void A_feature_without_a_place_is_refused() => Assert.That(
        () => OneRound.WithFeatures([4]), Throws.TypeOf<InvalidArtifactException>().With.Message.Contains("feature 1; only 1 have a place"));

    [TestCase(new float[] { 1, 2 })]
    [TestCase(new float[] { 1, 2, 3, 4, 5, 6, -1 })]
    public void Covers_that_are_too_few_or_below_zero_are_refused(float[] covers) => Assert.That(
        () => new TreeEnsemble(0, [0, 3, 6], OneRound.Nodes.ToArray(), covers), Throws.TypeOf<InvalidArtifactException>().With.Message.Contains("0 or above"));
}
