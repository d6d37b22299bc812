namespace Soccer.Forecasting.Features;

/// <summary>Which family each feature is of. Families of one class count as one: form by goals and form by shots are both form.</summary>
public sealed class FeatureFamilies
{
    /// <summary>The family of a feature that this code does not build: one of an older schema.</summary>
    public const string Unknown = "other";

    const string Suffix = "Family";

    readonly Dictionary<string, (string Family, string Meaning)> features = [];

    /// <summary>The families of a pass.</summary>
    public FeatureFamilies(IReadOnlyList<IFeatureFamily> families)
    {
        foreach (var family in families)
            foreach (var feature in family.Features)
                features[feature.Name] = (NameOf(family.GetType()), feature.Meaning);
    }

    /// <summary>The families that this code builds.</summary>
    public static FeatureFamilies Known { get; } = new(FeaturePass.Create().Families);

    /// <summary>The family of a feature by the feature's name: elo, form, head-to-head, market-ridge.</summary>
    public string Of(string feature) => features.TryGetValue(feature, out var known) ? known.Family : Unknown;

    /// <summary>What a feature says, by its name; none of one that this code does not build.</summary>
    public string? MeaningOf(string feature) => features.TryGetValue(feature, out var known) ? known.Meaning : null;

    /// <summary>MarketRidgeFamily is market-ridge.</summary>
    static string NameOf(Type family)
    {
        var name = family.Name.EndsWith(Suffix, StringComparison.Ordinal) ? family.Name[..^Suffix.Length] : family.Name;
        return string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
    }
}
