using Soccer.Forecasting.Features;

namespace Soccer.Forecasting.Tests.Features;

public sealed class FeatureFamiliesSpecs
{
    [TestCase("elo_difference", "elo")]
    [TestCase("goals_form_venue_5_difference", "form")]
    [TestCase("shots_on_target_gap_home", "gap")]
    [TestCase("goals_strength_020_ratio", "strength")]
    [TestCase("price_home_ratio", "price")]
    [TestCase("a_feature_of_yesterday", "other")]
    public void A_feature_is_of_the_family_that_makes_it(string feature, string family) => Assert.That(FeatureFamilies.Known.Of(feature), Is.EqualTo(family));

    [Test]
    public void A_feature_has_its_meaning()
    {
        Assert.That(FeatureFamilies.Known.MeaningOf("elo_away"), Is.EqualTo("Elo rating of the away team"));
        Assert.That(FeatureFamilies.Known.MeaningOf("a_feature_of_yesterday"), Is.Null);
    }

    [Test]
    public void Every_feature_has_one_of_sixteen_families() => Assert.That(
        FeaturePass.Create().Schema.Features.Select(feature => FeatureFamilies.Known.Of(feature.Name)).Distinct(),
        Is.EqualTo(new[]
        {
            "elo", "pi", "form", "strength", "gap", "ridge", "table", "stakes", "promotion", "division", "rest", "head-to-head", "market-strength", "market-ridge", "market-surprise", "price",
        }));
}
