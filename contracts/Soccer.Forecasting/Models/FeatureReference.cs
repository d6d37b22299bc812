using Soccer.Forecasting.Metrics;

namespace Soccer.Forecasting.Models;

/// <summary>How a feature was spread over the matches that a model was fitted on; drift is measured against it.</summary>
/// <param name="Edges">The deciles, ascending; values that repeat often make fewer than nine.</param>
/// <param name="Shares">The share of matches up to each edge, above the last, and with a missing value: two more than edges.</param>
public sealed record FeatureReference(double[] Edges, double[] Shares)
{
    /// <summary>The spread of values; <see cref="float.NaN"/> is missing.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static FeatureReference Of(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("A spread needs at least one value.", nameof(values));

        var edges = PopulationStability.Edges(values);
        return new(edges, PopulationStability.Shares(values, edges));
    }

    /// <summary>The population stability index of a sample against this spread.</summary>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    public double Psi(ReadOnlySpan<float> sample) => sample.IsEmpty
        ? throw new ArgumentException("A stability index needs at least one value.", nameof(sample))
        : PopulationStability.Of(Shares, PopulationStability.Shares(sample, Edges));
}
