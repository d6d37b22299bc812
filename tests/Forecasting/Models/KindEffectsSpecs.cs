using FsCheck;
using FsCheck.Fluent;
using Soccer.Forecasting.Models;

namespace Soccer.Forecasting.Tests.Models;

public sealed class KindEffectsSpecs
{
    const int Features = 4;

    // Scores: home 1 + 2z, draw 0, away −z, with z = (x − 10) / 4 of the row's second value.
    static readonly ModelPart Logistic = new("logistic", new([1], [10], [4], [1, 2, 0, 0, 0, -1]), null);

    [Test]
    public void A_regression_credits_a_feature_with_what_it_says_beyond_the_mean()
    {
        var effects = new KindEffects(Alone(Logistic));
        // At the mean the scores are 1, 0, 0. At x = 12, z = ½ adds 1, 0 and −½, whose mean is 1/6.
        Same(effects.Base, new(2d / 3, -1d / 3, -1d / 3));
        var of = effects.Of([7, 12, 7]);
        Same(of[1], new(5d / 6, -1d / 6, -2d / 3));
        Assert.That((of[0], of[2]), Is.EqualTo((default(Effects), default(Effects))));
    }

    [Test]
    public void A_missing_value_adds_nothing_to_a_regression() => Same(new KindEffects(Alone(Logistic)).Of([0, float.NaN])[1], default);

    [Test]
    public void Parts_add_as_they_are_weighed()
    {
        // Three quarters go left to 4, one to 8: of a tree of the home win, a row that goes right owes 3.
        var trees = new ModelPart("xgboost", null, new(0.25f, [0, 3, 4], [TreeNode.Split(0, 0, 1, false), .. Leaves(4, 8, 0, 0)], [100, 75, 25, 1, 1]));
        var effects = new KindEffects(new("results-only", [], [Logistic, trees], [0.25, 0.75], null));
        Same(effects.Base, Effects.Centred(0.25 * 1 + 0.75 * 5, 0, 0));
        var of = effects.Of([1, 12]);
        Same(of[0], Effects.Centred(0.75 * 3, 0, 0));
        Same(of[1], Effects.Centred(0.25 * 1, 0, 0.25 * -0.5));
    }

    [Test]
    public void They_are_Shapley_values_over_all_subsets_of_features() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            ModelPart[] parts = [RandomLogistic(random, TreeShapSpecs.Random(random, 3, 2)), new("xgboost", null, TreeShapSpecs.Random(random, 3, 2)), RandomLogistic(random, null)];
            var kind = new KindModel("results-only", [], parts, [0.5, 0.3, 0.2], null);
            var row = Row(random);
            return new KindEffects(kind).Of(row).Zip(Shapley(kind, row)).All(pair => (pair.First + new Effects(-pair.Second.Home, -pair.Second.Draw, -pair.Second.Away)).Size < 1e-9);
        }).QuickCheckThrowOnFailure();

    [TestCase(false)]
    [TestCase(true)]
    public void Base_and_effects_sum_to_the_forecast_of_whatever_parts(bool meta) => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            ModelPart[] parts = [RandomLogistic(random, TreeShapSpecs.Random(random, 5, 10)), RandomGoals(random), new("xgboost", null, TreeShapSpecs.Random(random, 4, 5))];
            var kind = new KindModel("results-only", [], parts, meta ? null : [0.4, 0.4, 0.2], meta ? RandomMeta(random, 9) : null);
            var row = Row(random);
            var effects = new KindEffects(kind);
            var margins = effects.Of(row).Aggregate(effects.Base, (sum, effect) => sum + effect);
            var p = kind.Predict(row);
            var logs = Effects.Centred(Math.Log(p.Home), Math.Log(p.Draw), Math.Log(p.Away));
            return (logs + new Effects(-margins.Home, -margins.Draw, -margins.Away)).Size < 1e-5;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void A_model_of_goals_shares_along_the_straight_way_from_the_mean_match()
    {
        var goals = new GoalModel([0, 2], [1, 0], [2, 1], [0.3, 0.4, -0.2], [0.1, -0.3, 0.5], -0.05);
        var effects = new KindEffects(Alone(new("dixon-coles", null, null, goals)));
        float[] row = [2.5f, 9, 1.5f];
        // z is .75 and 1.5. A hundred thousand small steps, in each of which one feature moves after the other, and in the next the other after the one.
        const int Steps = 100_000;
        double[] moved = [0, 0], z = [0.75, 1.5];
        var shares = new Effects[2];
        for (var step = 0; step < Steps; step++)
            for (var turn = 0; turn < 2; turn++)
            {
                var feature = (step + turn) % 2;
                var before = Margins();
                moved[feature] = z[feature] * (step + 1) / Steps;
                var after = Margins();
                shares[feature] += new Effects(after.Home - before.Home, after.Draw - before.Draw, after.Away - before.Away);
            }

        Same(effects.Of(row)[0], shares[0], 1e-7);
        Same(effects.Of(row)[2], shares[1], 1e-7);

        Effects Margins()
        {
            var p = DixonColes.Outcomes(Math.Exp(0.3 + 0.4 * moved[0] - 0.2 * moved[1]), Math.Exp(0.1 - 0.3 * moved[0] + 0.5 * moved[1]), -0.05);
            return Effects.Centred(Math.Log(p.Home), Math.Log(p.Draw), Math.Log(p.Away));
        }
    }

    [Test]
    public void Rates_beyond_those_of_football_are_shared_up_to_the_bound()
    {
        var goals = new GoalModel([0, 1], [0, 0], [1, 1], [0.3, 1, 3], [0.1, -1, -3], -0.05);
        var effects = new KindEffects(Alone(new("dixon-coles", null, null, goals)));
        var of = effects.Of([1, 2]);
        var p = DixonColes.Outcomes(DixonColes.MostRate, DixonColes.LeastRate, -0.05);
        Same(effects.Base + of[0] + of[1], Effects.Centred(Math.Log(p.Home), Math.Log(p.Draw), Math.Log(p.Away)), 1e-6);
        Assert.That(of[1].Home, Is.EqualTo(6 * of[0].Home).Within(1e-9));
    }

    [Test]
    public void Trees_without_covers_can_not_be_explained() =>
        Assert.That(() => new KindEffects(Alone(new("xgboost", null, TreeEnsembleSpecs.OneRound))), Throws.ArgumentException.With.Message.Contains("Train the model again"));

    static KindModel Alone(ModelPart part) => new("results-only", [], [part], [1], null);

    static TreeNode[] Leaves(params float[] values) => Array.ConvertAll(values, TreeNode.Leaf);

    static float[] Row(Random random) => [.. Enumerable.Range(0, Features).Select(_ => random.Next(4) == 0 ? float.NaN : (float)random.NextDouble())];

    static ModelPart RandomLogistic(Random random, TreeEnsemble? trees) =>
        new("logistic", new([0, 2, 3], Numbers(random, 3), [0.5, 1, 2], Numbers(random, 12)), trees);

    static ModelPart RandomGoals(Random random) => new("dixon-coles", null, null, new([1, 2], Numbers(random, 2), [1, 0.5], Numbers(random, 3), Numbers(random, 3), -0.05));

    static MultinomialLogistic RandomMeta(Random random, int columns) =>
        new([.. Enumerable.Range(0, columns)], Numbers(random, columns), [.. Numbers(random, columns).Select(number => 0.5 + Math.Abs(number))], Numbers(random, 3 * (columns + 1)));

    static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];

    /// <summary>The definition: every order of features weighs the same. What is not known of a regression's feature is its mean, of a tree's the mean over what came down.</summary>
    static Effects[] Shapley(KindModel kind, float[] row)
    {
        var effects = new Effects[row.Length];
        for (var feature = 0; feature < row.Length; feature++)
            for (var subset = 0; subset < 1 << row.Length; subset++)
                if ((subset & (1 << feature)) == 0)
                {
                    var size = int.PopCount(subset);
                    var weight = TreeShapSpecs.Factorial(size) * TreeShapSpecs.Factorial(row.Length - size - 1) / TreeShapSpecs.Factorial(row.Length);
                    var (with, without) = (Worth(kind, row, subset | (1 << feature)), Worth(kind, row, subset));
                    effects[feature] += Effects.Centred(weight * (with[0] - without[0]), weight * (with[1] - without[1]), weight * (with[2] - without[2]));
                }

        return effects;
    }

    static double[] Worth(KindModel kind, float[] row, int subset)
    {
        var worth = new double[3];
        for (var outcome = 0; outcome < 3; outcome++)
            for (var at = 0; at < kind.Parts.Length; at++)
            {
                var (start, trees) = (kind.Parts[at].Start, kind.Parts[at].Trees);
                var margin = start?.Weights[outcome * (start.Columns.Length + 1)] ?? 0;
                for (var column = 0; column < start?.Columns.Length; column++)
                    if (row[start.Columns[column]] is var value && !float.IsNaN(value) && (subset & (1 << start.Columns[column])) != 0)
                        margin += start.Weights[outcome * (start.Columns.Length + 1) + column + 1] * (value - start.Means[column]) / start.Scales[column];

                for (var tree = outcome; tree < (trees?.Roots.Length ?? 0); tree += 3)
                    margin += TreeShapSpecs.Mean(trees!, trees!.Roots[tree], row, subset);

                worth[outcome] += kind.Weights![at] * margin;
            }

        return worth;
    }

    static void Same(Effects found, Effects expected, double within = 1e-12) => Assert.That(
        new[] { found.Home, found.Draw, found.Away }, Is.EqualTo(new[] { expected.Home, expected.Draw, expected.Away }).Within(within));
}
