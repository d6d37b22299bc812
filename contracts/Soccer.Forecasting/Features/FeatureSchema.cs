using System.Security.Cryptography;
using System.Text;

namespace Soccer.Forecasting.Features;

/// <summary>The columns of a feature row, in order.</summary>
public sealed class FeatureSchema
{
    readonly Dictionary<string, int> positions;

    /// <exception cref="ArgumentException">Two features have one name.</exception>
    public FeatureSchema(IEnumerable<Feature> features)
    {
        Features = [.. features];
        positions = [];
        foreach (var (position, feature) in Features.Index())
            if (!positions.TryAdd(feature.Name, position))
                throw new ArgumentException($"Two features are named {feature.Name}; a name stands for one column.", nameof(features));

        var identities = string.Join('\n', Features.Select(feature => feature.Identity));
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identities)));
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>
    /// SHA-256 over the features' identities in order, one a line, as 64 lower-case hex digits: another formula is another schema, so
    /// that what was learnt by the one before is not read with it. A clearer
    /// sentence is the same schema.
    /// </summary>
    public string Hash { get; }

    /// <summary>Where a feature stands in a row.</summary>
    /// <exception cref="KeyNotFoundException">The schema has no such feature.</exception>
    public int PositionOf(string name) => positions.TryGetValue(name, out var position)
        ? position
        : throw new KeyNotFoundException($"Feature {name} is not among the {Features.Count} of schema {Hash[..12]}.");
}
