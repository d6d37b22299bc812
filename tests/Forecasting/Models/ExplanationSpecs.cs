using Soccer.Forecasting.Features;
using Soccer.Forecasting.Models;

namespace Soccer.Forecasting.Tests.Models;

public sealed class ExplanationSpecs
{
    // Every feature adds its value to the home win's margin: two thirds of it, and a third is taken from each of the others.
    static readonly string[] Names = ["elo_home", "elo_away", "rest_home", "elo_difference", "elo_square_difference", "a_feature_of_yesterday"];
    static readonly KindModel Kind = new(
        "results-only", [], [new("logistic", new([0, 1, 2, 3, 4, 5], new double[6], [1, 1, 1, 1, 1, 1], [0.3, 1, 1, 1, 1, 1, 1, .. new double[14]]), null)], [1], null);

    [Test]
    public void Features_are_summed_by_family_the_largest_first_with_the_three_that_add_most()
    {
        var explanation = Of([1, -3, 4.5f, 6, 2, 0.75f]);
        Assert.Multiple(() =>
        {
            Assert.That(explanation.Families.Select(family => family.Family), Is.EqualTo(new[] { "elo", "rest", "other" }));
            Assert.That(explanation.Families.Select(family => family.Effects.Home), Is.EqualTo(new[] { 4, 3, 0.5 }).Within(1e-12));
            Assert.That(explanation.Families[0].Effects.Away, Is.EqualTo(-2).Within(1e-12));
            Assert.That(explanation.Families[0].Largest.Select(feature => (feature.Feature, feature.Value)),
                Is.EqualTo(new[] { ("elo_difference", 6f), ("elo_away", -3f), ("elo_square_difference", 2f) }));
            Assert.That(explanation.Families[0].Largest[1].Effects.Home, Is.EqualTo(-2).Within(1e-12));
        });
    }

    [Test]
    public void What_adds_nothing_is_not_told() => Assert.That(Of([0, 0, 1, 0, float.NaN, 0]).Families.Single().Family, Is.EqualTo("rest"));

    [Test]
    public void Base_and_families_are_the_margins_of_the_forecast()
    {
        float[] row = [1, -3, 0.5f, 0.6f, 0.2f, 0.75f];
        var (told, forecast) = (Of(row).Margins.ToProbabilities(), Kind.Predict(row));
        Assert.That(new[] { told.Home, told.Draw, told.Away }, Is.EqualTo(new[] { forecast.Home, forecast.Draw, forecast.Away }).Within(1e-6));
    }

    static Explanation Of(float[] row) => Explanation.Of(Kind.Kind, new(Kind), Names, FeatureFamilies.Known, row);
}
