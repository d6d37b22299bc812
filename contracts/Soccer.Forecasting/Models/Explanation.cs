using System.Text.Json.Serialization;
using Soccer.Forecasting.Features;

namespace Soccer.Forecasting.Models;

/// <summary>Why a kind forecasts what it does of a row: the margins before anything is known of the match, and what each family of features adds to them.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Base">The margins where nothing is known.</param>
/// <param name="Families">What families add, the largest first; those that add nothing are left out.</param>
public sealed record Explanation(string Kind, Effects Base, IReadOnlyList<FamilyEffects> Families)
{
    /// <summary>Features that are told of each family.</summary>
    public const int Told = 3;

    /// <summary>The margins of the forecast: ln p less the mean of the three ln p.</summary>
    [JsonIgnore]
    public Effects Margins => Families.Aggregate(Base, (sum, family) => sum + family.Effects);

    /// <summary>Explains a forecast.</summary>
    /// <param name="kind">The kind's name.</param>
    /// <param name="effects">What is known of the kind before the row.</param>
    /// <param name="features">The columns of the row.</param>
    /// <param name="families">Which family each is of.</param>
    /// <param name="row">A row that the kind serves; <see cref="float.NaN"/> is missing.</param>
    public static Explanation Of(string kind, KindEffects effects, IReadOnlyList<string> features, FeatureFamilies families, ReadOnlySpan<float> row)
    {
        var values = row.ToArray();
        var each = effects.Of(row);
        return new(kind, effects.Base,
        [
            .. features.Select((feature, at) => new FeatureEffects(feature, values[at], each[at]))
                .Where(feature => feature.Effects.Size > 0)
                .GroupBy(feature => families.Of(feature.Feature))
                .Select(family => new FamilyEffects(
                    family.Key, family.Aggregate(default(Effects), (sum, feature) => sum + feature.Effects), [.. family.OrderByDescending(feature => feature.Effects.Size).Take(Told)]))
                .OrderByDescending(family => family.Effects.Size),
        ]);
    }
}

/// <summary>What a family of features adds to the margins.</summary>
/// <param name="Family">The family's name: market-ridge.</param>
/// <param name="Effects">What its features add together.</param>
/// <param name="Largest">Its features that add most, the largest first; three at most.</param>
public sealed record FamilyEffects(string Family, Effects Effects, IReadOnlyList<FeatureEffects> Largest);

/// <summary>What a feature adds to the margins.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Value">Its value in the row; <see cref="float.NaN"/> is missing.</param>
/// <param name="Effects">What it adds.</param>
public sealed record FeatureEffects(string Feature, [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] float Value, Effects Effects);
