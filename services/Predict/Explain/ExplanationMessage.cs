using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Models;

namespace Soccer.Predict.Explain;

/// <summary>The parts of an explanation as they are told on the bus.</summary>
static class ExplanationMessage
{
    /// <summary>What families of features add, the largest first.</summary>
    public static FamilyEffect[] Families(Explanation explanation) =>
        [.. explanation.Families.Select(family => new FamilyEffect(family.Family, family.Effects.Home, family.Effects.Draw, family.Effects.Away))];

    /// <summary>The features that add most of each family.</summary>
    public static FeatureEffect[] Features(Explanation explanation) =>
    [
        .. explanation.Families.SelectMany(family => family.Largest, (family, feature) => new FeatureEffect(
            family.Family, feature.Feature, float.IsFinite(feature.Value) ? feature.Value : null, feature.Effects.Home, feature.Effects.Draw, feature.Effects.Away)),
    ];

    /// <summary>In the outcomes' order.</summary>
    public static double[] Three(Effects effects) => [effects.Home, effects.Draw, effects.Away];
}
