namespace Soccer.Forecasting.Features;

/// <summary>
/// Features that share a state, such as a rating. The pass over time asks it to describe every match of a day before it may learn from any of them.
/// </summary>
public interface IFeatureFamily
{
    /// <summary>The family's name: elo.</summary>
    string Name { get; }

    /// <summary>The columns it writes, in order.</summary>
    IReadOnlyList<Feature> Features { get; }

    /// <summary>Writes the match's features from what earlier days taught; <see cref="float.NaN"/> is missing. Must not look at the match's score or statistics, nor change the state.</summary>
    void Describe(Match match, Span<float> values);

    /// <summary>Learns from a played match.</summary>
    void Learn(Match match);

    /// <summary>Writes the state, so that <see cref="Load"/> gives a family that describes and learns alike to the last bit.</summary>
    void Save(BinaryWriter writer);

    /// <summary>Reads a state that <see cref="Save"/> wrote.</summary>
    void Load(BinaryReader reader);
}
