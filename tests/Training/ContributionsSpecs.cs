using Soccer.Forecasting.Features;
using Soccer.Forecasting.Models;
using Soccer.Train;
using LightGBM = Soccer.Train.LightGBM;
using XGBoost = Soccer.Train.XGBoost;

namespace Soccer.Training.Tests;

/// <summary>The managed explanation against the libraries' own.</summary>
public sealed class ContributionsSpecs
{
    const int Rows = 500;

    static readonly BoostingParameters Quick = new() { LearningRate = 0.2, LeafWeight = 5, FeatureShare = 0.7 };
    static readonly TrainingSet Set = MadeUpMatches.Set(2000);
    static readonly float[] Others = [.. Made(new(7))];

    [Test]
    public void They_equal_XGBoosts()
    {
        NativeLibraryPresent.OrIgnore();
        using var matrix = new XGBoost.DMatrix(Set.Values, 3, 2);
        matrix.SetLabels(Set.Outcomes);
        using var booster = new XGBoost.Booster(Quick.ForXGBoost(2000), matrix);
        for (var round = 0; round < 40; round++)
            booster.Grow(round, matrix);

        using var others = new XGBoost.DMatrix(Others, 3, 2);
        var native = new float[3 * 4 * Rows];
        booster.Contributions(others, native);
        Assert.That(Managed(XGBoost.BoosterJson.Read(booster.ToJson(), 40)), Is.EqualTo(native).Within(1e-5));
    }

    [Test]
    public void An_explanation_by_family_sums_XGBoosts_own()
    {
        NativeLibraryPresent.OrIgnore();
        using var matrix = new XGBoost.DMatrix(Set.Values, 3, 2);
        matrix.SetLabels(Set.Outcomes);
        using var booster = new XGBoost.Booster(Quick.ForXGBoost(2000), matrix);
        for (var round = 0; round < 40; round++)
            booster.Grow(round, matrix);

        using var others = new XGBoost.DMatrix(Others, 3, 2);
        var native = new float[3 * 4 * Rows];
        booster.Contributions(others, native);
        var kind = new KindModel("results-only", [], [new("xgboost", null, XGBoost.BoosterJson.Read(booster.ToJson(), 40))], [1], null);
        var effects = new KindEffects(kind);
        for (var row = 0; row < Rows; row++)
        {
            // The first and the last feature are of one family. What is common to the three outcomes is nobody's.
            var explanation = Explanation.Of(kind.Kind, effects, ["elo_home", "rest_difference", "elo_difference"], FeatureFamilies.Known, Others.AsSpan(3 * row, 3));
            Same(explanation.Base, Native(row, 3));
            Same(Of("elo"), Native(row, 0) + Native(row, 2));
            Same(Of("rest"), Native(row, 1));

            Effects Of(string family) => explanation.Families.SingleOrDefault(told => told.Family == family)?.Effects ?? default;
        }

        Effects Native(int row, int column) => Effects.Centred(native[12 * row + column], native[12 * row + 4 + column], native[12 * row + 8 + column]);
    }

    [Test]
    public void They_equal_LightGBMs()
    {
        var parameters = Quick.ForLightGBM(2000);
        using var dataset = new LightGBM.Dataset(Set.Values, 3, parameters);
        dataset.SetLabels(Set.Outcomes);
        using var booster = new LightGBM.Booster(parameters, dataset, null);
        var (margins, hessians) = (new float[3 * 2000], new float[3 * 2000]);
        float[] targets = [.. Set.Outcomes.SelectMany(outcome => Enumerable.Range(0, 3).Select(i => i == (int)outcome ? 1f : 0))];
        for (var round = 0; round < 40; round++)
        {
            booster.FitMargins(margins);
            SoftLoss.Derivatives(margins, targets, margins, hessians);
            booster.Grow(margins, hessians);
        }

        Assert.That(Managed(LightGBM.ModelText.Read(booster.ToText(40))), Is.EqualTo(booster.Predict(Others, 3, contributions: true)).Within(1e-5));
    }

    [Test]
    public void Covers_of_the_root_are_all_second_derivatives_of_the_first_round()
    {
        NativeLibraryPresent.OrIgnore();
        var trees = BoostedTrees.Refit(Set, .., Quick with { MatchShare = 1 }, new(), 1, _ => { }, default);
        // 2p(1 − p) at p = 1/3.
        Assert.That(trees.Covers[0], Is.EqualTo(2000 * 4 / 9d).Within(0.01));
    }

    /// <summary>Row by row, class by class, the features' contributions and then the expected margin.</summary>
    static double[] Managed(TreeEnsemble trees)
    {
        var shap = new TreeShap(trees);
        List<double> all = [];
        for (var row = 0; row < Rows; row++)
        {
            var contributions = new double[9];
            shap.Add(Others.AsSpan(3 * row, 3), contributions);
            for (var outcome = 0; outcome < 3; outcome++)
                all.AddRange([.. contributions[(3 * outcome)..(3 * outcome + 3)], shap.Expected[outcome]]);
        }

        return [.. all];
    }

    static void Same(Effects found, Effects expected) =>
        Assert.That(new[] { found.Home, found.Draw, found.Away }, Is.EqualTo(new[] { expected.Home, expected.Draw, expected.Away }).Within(1e-5));

    static IEnumerable<float> Made(Random random) => Enumerable.Range(0, 3 * Rows).Select(_ => random.Next(3) == 0 ? float.NaN : (float)(4 * random.NextDouble() - 2));
}
