using Soccer.Cli.Forecasts;
using Soccer.Forecasting.Features;

namespace Soccer.Api.Tests.Cli;

public sealed class FamilyWordsSpecs
{
    [Test]
    public void Every_family_of_features_has_a_sentence() =>
        Assert.That(
            FeaturePass.Create().Schema.Features.Select(feature => FeatureFamilies.Known.Of(feature.Name))
                .Append(FeatureFamilies.Unknown).Distinct().Where(family => FamilyWords.Of(family) is null),
            Is.Empty);

    [Test]
    public void A_family_of_another_version_has_none() => Assert.That(FamilyWords.Of("weather"), Is.Null);
}
