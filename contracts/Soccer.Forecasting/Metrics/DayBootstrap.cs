namespace Soccer.Forecasting.Metrics;

/// <summary>
/// How far a ratio of sums over matches can be trusted. Matches of a day share weather, news and the bookmakers' state, so whole days are drawn with replacement, not
/// matches: intervals are honest, and a little wider.
/// </summary>
/// <remarks>Efron and Tibshirani 1993, percentile interval; the block bootstrap with a day as the block.</remarks>
public static class DayBootstrap
{
    /// <summary>Draws by default: the ends of the interval are then good to about a twentieth of its width.</summary>
    public const int Resamples = 2000;

    /// <summary>Σ numerators / Σ denominators, with its 95% interval: a mean where each denominator is 1, a yield where it is a stake.</summary>
    /// <param name="numerators">One a match.</param>
    /// <param name="denominators">One a match, above 0.</param>
    /// <param name="days">The matches' days, in any order.</param>
    /// <param name="seed">The same seed gives the same interval.</param>
    /// <param name="resamples">Number of draws, at least 40.</param>
    /// <exception cref="ArgumentException">No matches, or lengths that differ, or too few draws.</exception>
    public static Interval Ratio(
        ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators, ReadOnlySpan<DateOnly> days, int seed, int resamples = Resamples)
    {
        Sample.Check(numerators.Length, denominators.Length);
        Sample.Check(numerators.Length, days.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 40);
        var blocks = Blocks(numerators, denominators, days, out var ratio);

        var random = new Random(seed);
        var ratios = new double[resamples];
        for (var i = 0; i < resamples; i++)
        {
            var (numerator, denominator) = (0d, 0d);
            for (var j = 0; j < blocks.Length; j++)
            {
                var block = blocks[random.Next(blocks.Length)];
                numerator += block.Numerator;
                denominator += block.Denominator;
            }

            ratios[i] = numerator / denominator;
        }

        Array.Sort(ratios);
        return new(ratio, Quantile.Of(ratios, 0.025), Quantile.Of(ratios, 0.975));
    }

    static (double Numerator, double Denominator)[] Blocks(
        ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators, ReadOnlySpan<DateOnly> days, out double ratio)
    {
        var byDay = new SortedDictionary<DateOnly, (double Numerator, double Denominator)>();
        var total = (Numerator: 0d, Denominator: 0d);
        for (var i = 0; i < days.Length; i++)
        {
            var (numerator, denominator) = byDay.GetValueOrDefault(days[i]);
            byDay[days[i]] = (numerator + numerators[i], denominator + denominators[i]);
            total = (total.Numerator + numerators[i], total.Denominator + denominators[i]);
        }

        ratio = total.Numerator / total.Denominator;
        return [.. byDay.Values];
    }
}
