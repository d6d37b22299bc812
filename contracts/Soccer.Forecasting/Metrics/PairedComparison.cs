namespace Soccer.Forecasting.Metrics;

/// <summary>What a comparison of two forecasters says of the first.</summary>
public enum Verdict
{
    /// <summary>Its log loss is lower, by more than luck.</summary>
    Better,

    /// <summary>Its log loss is higher, by more than luck.</summary>
    Worse,

    /// <summary>The interval of the difference holds zero, or there are too few match days to tell.</summary>
    NoMoreThanLuck,
}

/// <summary>Two forecasters on the same matches.</summary>
/// <param name="Matches">How many.</param>
/// <param name="Days">On how many days.</param>
/// <param name="First">The first one's mean log loss, nats.</param>
/// <param name="Second">The second one's.</param>
/// <param name="Difference">First less second, with its 95% interval by the <see cref="PairedBootstrap"/>; below zero the first is better.</param>
public sealed record PairedComparison(int Matches, int Days, double First, double Second, Interval Difference)
{
    /// <summary>Match days that a verdict needs: intervals of fewer blocks are too narrow, and that of a single day has no width at all.</summary>
    public const int LeastDays = 20;

    /// <summary>Better or worse where zero lies outside the interval.</summary>
    public Verdict Verdict => Days < LeastDays ? Verdict.NoMoreThanLuck
        : Difference.High < 0 ? Verdict.Better
        : Difference.Low > 0 ? Verdict.Worse
        : Verdict.NoMoreThanLuck;

    /// <summary>Compares.</summary>
    /// <param name="first">The first one's forecasts, match by match.</param>
    /// <param name="second">The second one's, of the same matches.</param>
    /// <param name="outcomes">What happened.</param>
    /// <param name="days">The matches' days, in any order.</param>
    /// <param name="seed">The same seed gives the same interval.</param>
    /// <exception cref="ArgumentException">No matches, or lengths that differ.</exception>
    public static PairedComparison Of(
        ReadOnlySpan<Probabilities> first, ReadOnlySpan<Probabilities> second, ReadOnlySpan<Outcome> outcomes, ReadOnlySpan<DateOnly> days, int seed)
    {
        double[] own = Losses(first, outcomes), other = Losses(second, outcomes);
        var difference = PairedBootstrap.Difference(own, other, days, seed);
        return new(own.Length, days.ToArray().Distinct().Count(), own.Average(), other.Average(), difference);
    }

    static double[] Losses(ReadOnlySpan<Probabilities> forecasts, ReadOnlySpan<Outcome> outcomes)
    {
        Sample.Check(forecasts.Length, outcomes.Length);
        var losses = new double[forecasts.Length];
        for (var match = 0; match < losses.Length; match++)
            losses[match] = LogLoss.Of(forecasts[match], outcomes[match]);

        return losses;
    }
}
