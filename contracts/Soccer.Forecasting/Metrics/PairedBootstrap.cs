namespace Soccer.Forecasting.Metrics;

/// <summary>A mean and the interval that holds it with 95% confidence.</summary>
public readonly record struct Interval(double Mean, double Low, double High);

/// <summary>
/// Compares two forecasters on the same matches. Matches of a day share weather, news and the bookmakers' state, so whole days are drawn with replacement, not matches:
/// intervals are honest, and a little wider.
/// </summary>
/// <remarks>Efron and Tibshirani 1993, percentile interval; the block bootstrap with a day as the block.</remarks>
public static class PairedBootstrap
{
    /// <summary>Draws by default: the ends of the interval are then good to about a twentieth of its width.</summary>
    public const int Resamples = 2000;

    /// <summary>Mean of first − second over matches, with its 95% interval. With losses, a negative mean says that the first is better.</summary>
    /// <param name="first">The first forecaster's loss, match by match.</param>
    /// <param name="second">The second's, of the same matches.</param>
    /// <param name="days">The matches' days, in any order.</param>
    /// <param name="seed">The same seed gives the same interval.</param>
    /// <param name="resamples">Number of draws, at least 40.</param>
    /// <exception cref="ArgumentException">No matches, or lengths that differ, or too few draws.</exception>
    public static Interval Difference(ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<DateOnly> days, int seed, int resamples = Resamples)
    {
        Sample.Check(first.Length, second.Length);
        Sample.Check(first.Length, days.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 40);
        var blocks = Blocks(first, second, days, out var mean);

        var random = new Random(seed);
        var means = new double[resamples];
        for (var i = 0; i < resamples; i++)
        {
            var sum = 0d;
            var count = 0;
            for (var j = 0; j < blocks.Length; j++)
            {
                var block = blocks[random.Next(blocks.Length)];
                sum += block.Sum;
                count += block.Count;
            }

            means[i] = sum / count;
        }

        Array.Sort(means);
        return new(mean, Quantile.Of(means, 0.025), Quantile.Of(means, 0.975));
    }

    static (double Sum, int Count)[] Blocks(ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<DateOnly> days, out double mean)
    {
        var byDay = new SortedDictionary<DateOnly, (double Sum, int Count)>();
        var total = 0d;
        for (var i = 0; i < days.Length; i++)
        {
            var (sum, count) = byDay.GetValueOrDefault(days[i]);
            byDay[days[i]] = (sum + first[i] - second[i], count + 1);
            total += first[i] - second[i];
        }

        mean = total / days.Length;
        return [.. byDay.Values];
    }
}
