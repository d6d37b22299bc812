namespace Soccer.Forecasting.Metrics;

/// <summary>
/// Population stability index: how far a feature's values have moved from those a model was fitted on. Σ (a − e)·ln(a/e) over bins, e the reference's share and a
/// the sample's. Below .1 nothing moved, above .25 much did, by the credit industry's rule of thumb.
/// </summary>
/// <remarks>Siddiqi 2006, "Credit Risk Scorecards"; it is the symmetric Kullback-Leibler divergence of the binned values.</remarks>
public static class PopulationStability
{
    /// <summary>Bins between quantiles of the reference; values that repeat often make fewer. One more bin holds what is missing.</summary>
    public const int Bins = 10;

    /// <summary>The least share of a bin: an empty one would be infinitely far away. 1e-4 is less than one value in a sample of ten thousand.</summary>
    public const double Epsilon = 1e-4;

    /// <summary>The index, from 0 upwards. <see cref="float.NaN"/> is missing, and has a bin of its own.</summary>
    /// <exception cref="ArgumentException">A sample is empty.</exception>
    public static double Of(ReadOnlySpan<float> reference, ReadOnlySpan<float> sample)
    {
        if (reference.IsEmpty || sample.IsEmpty)
            throw new ArgumentException($"A stability index needs values on both sides; got {reference.Length} of reference and {sample.Length} of sample.");

        var edges = Edges(reference);
        return Of(Shares(reference, edges), Shares(sample, edges));
    }

    /// <summary>The index of two lists of shares over the same bins.</summary>
    internal static double Of(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        var index = 0d;
        for (var bin = 0; bin < expected.Length; bin++)
        {
            var e = Math.Max(expected[bin], Epsilon);
            var a = Math.Max(actual[bin], Epsilon);
            index += (a - e) * Math.Log(a / e);
        }

        return index;
    }

    /// <summary>The deciles of the values that are there, ascending, each once.</summary>
    internal static double[] Edges(ReadOnlySpan<float> reference)
    {
        var known = new List<double>(reference.Length);
        foreach (var value in reference)
            if (!float.IsNaN(value))
                known.Add(value);

        if (known.Count == 0)
            return [];

        known.Sort();
        var sorted = known.ToArray();
        return [.. Enumerable.Range(1, Bins - 1).Select(bin => Quantile.Of(sorted, (double)bin / Bins)).Distinct()];
    }

    /// <summary>The share of the values in each bin. A value on an edge belongs below it; the last bin is for what is missing.</summary>
    internal static double[] Shares(ReadOnlySpan<float> values, double[] edges)
    {
        var shares = new double[edges.Length + 2];
        foreach (var value in values)
            shares[float.IsNaN(value) ? ^1 : BinOf(edges, value)] += 1d / values.Length;

        return shares;
    }

    static int BinOf(double[] edges, float value)
    {
        var at = Array.BinarySearch(edges, value);
        return at >= 0 ? at : ~at;
    }
}
