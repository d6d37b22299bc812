namespace Soccer.Forecasting.Metrics;

/// <summary>A mean and the interval that holds it with 95% confidence.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">Where the interval begins.</param>
/// <param name="High">Where it ends.</param>
public readonly record struct Interval(double Mean, double Low, double High);

/// <summary>Compares two forecasters on the same matches, by the <see cref="DayBootstrap"/> of their differences.</summary>
public static class PairedBootstrap
{
    /// <summary>Mean of first − second over matches, with its 95% interval. With losses, a negative mean says that the first is better.</summary>
    /// <param name="first">The first forecaster's loss, match by match.</param>
    /// <param name="second">The second's, of the same matches.</param>
    /// <param name="days">The matches' days, in any order.</param>
    /// <param name="seed">The same seed gives the same interval.</param>
    /// <param name="resamples">Number of draws, at least 40.</param>
    /// <exception cref="ArgumentException">No matches, or lengths that differ, or too few draws.</exception>
    public static Interval Difference(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<DateOnly> days, int seed, int resamples = DayBootstrap.Resamples)
    {
        Sample.Check(first.Length, second.Length);
        var differences = new double[first.Length];
        for (var i = 0; i < differences.Length; i++)
            differences[i] = first[i] - second[i];

        return DayBootstrap.Ratio(differences, [.. Enumerable.Repeat(1d, differences.Length)], days, seed, resamples);
    }
}
