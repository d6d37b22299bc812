using Soccer.Forecasting.Models;
using Soccer.Train.LightGBM;

namespace Soccer.Training.Tests;

/// <summary>LightGBM's text format, read without its library.</summary>
public sealed class LightGBMModelTextSpecs
{
    // Home: feature 0 at most .1 gives −1, else feature 1 at most −2.5 gives 2 (missing too), else 3. Draw: one leaf. Away: whether feature 2 is there.
    const string Text = """
        tree
        version=v4
        num_class=3
        num_tree_per_iteration=3
        label_index=0
        max_feature_idx=2
        feature_names=a b c

        Tree=0
        num_leaves=3
        num_cat=0
        split_feature=0 1
        threshold=0.10000000000000001 -2.5
        decision_type=0 10
        left_child=-1 -2
        right_child=1 -3
        leaf_value=-1 2 3
        leaf_count=50 20 30
        internal_count=100 50
        is_linear=0
        shrinkage=0.1


        Tree=1
        num_leaves=1
        num_cat=0
        split_feature=
        threshold=
        decision_type=
        left_child=
        right_child=
        leaf_value=0.25
        leaf_count=
        internal_count=
        is_linear=0
        shrinkage=1


        Tree=2
        num_leaves=2
        num_cat=0
        split_feature=2
        threshold=inf
        decision_type=8
        left_child=-1
        right_child=-2
        leaf_value=7 8
        leaf_count=60 40
        internal_count=100
        is_linear=0
        shrinkage=0.1


        end of trees

        parameters:
        end of parameters
        """;

    [TestCase(0.1f, 0f, 0f, 3f, 0.25f, 7f, TestName = "The_float_nearest_to_a_tenth_is_above_the_double_and_goes_right")]
    [TestCase(0.09999999f, 0f, 0f, -1f, 0.25f, 7f, TestName = "The_float_below_it_goes_left")]
    [TestCase(1f, -2.5f, 1e30f, 2f, 0.25f, 7f, TestName = "A_value_at_the_threshold_goes_left")]
    [TestCase(1f, float.NaN, 0f, 2f, 0.25f, 7f, TestName = "A_missing_value_goes_where_its_split_says")]
    [TestCase(float.NaN, 0f, float.NaN, -1f, 0.25f, 8f, TestName = "A_missing_value_that_was_never_missing_before_counts_as_zero")]
    public void Margins_are_the_leaves(float a, float b, float c, float home, float draw, float away)
    {
        var margins = new float[3];
        ModelText.Read(Text).Margins([a, b, c], margins);
        Assert.That(margins, Is.EqualTo(new[] { home, draw, away }));
    }

    [Test]
    public void Covers_are_the_matches_that_came_to_a_node() =>
        Assert.That(ModelText.Read(Text).Covers.ToArray(), Is.EqualTo(new float[] { 100, 50, 50, 20, 30, 0, 100, 60, 40 }));

    [TestCase("num_tree_per_iteration=3", "num_tree_per_iteration=1", "1 trees a round")]
    [TestCase("is_linear=0", "is_linear=1", "Tree 0 has linear leaves")]
    [TestCase("decision_type=8", "decision_type=1", "Tree 2 splits by category")]
    [TestCase("decision_type=8", "decision_type=4", "Tree 2 takes 0 for missing")]
    [TestCase("end of trees", "", "ends before its trees do")]
    [TestCase("leaf_value=7 8", "", "Tree 2 has no line leaf_value")]
    [TestCase("leaf_value=7 8", "leaf_value=7 8x", "Tree 2 has '8x' among its leaf_value")]
    public void Another_shape_is_refused(string part, string other, string message) =>
        Assert.That(() => ModelText.Read(Text.Replace(part, other, StringComparison.Ordinal)), Throws.TypeOf<LightGBMException>().With.Message.Contains(message));

    [Test]
    public void Leaves_that_are_missing_are_refused() => Assert.That(
        () => ModelText.Read(Text.Replace("leaf_value=7 8", "leaf_value=7", StringComparison.Ordinal)), Throws.TypeOf<LightGBMException>().With.Message.Contains("Tree 2"));
}
