namespace Soccer.Forecasting.Metrics;

/// <summary>Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, the default of R and NumPy).</summary>
public static class Quantile
{
    /// <summary>The value below which this share of the sorted sample lies.</summary>
    /// <param name="sorted">Ascending, not empty.</param>
    /// <param name="share">From 0, the least, to 1, the greatest.</param>
    /// <exception cref="ArgumentException">The sample is empty, or the share is outside 0 to 1.</exception>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        Sample.Check(sorted.Length, sorted.Length);
        if (share is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A quantile's share lies between 0 and 1.");

        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
