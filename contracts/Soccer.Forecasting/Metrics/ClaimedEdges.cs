namespace Soccer.Forecasting.Metrics;

/// <summary>A bet of one unit and the edge that was claimed for it.</summary>
/// <param name="Day">The match day.</param>
/// <param name="Claimed">p·o − 1, with o what the odds pay.</param>
/// <param name="Gain">o − 1 where it won, else −1.</param>
public readonly record struct EdgeBet(DateOnly Day, double Claimed, double Gain);

/// <summary>Bets of about one claimed edge.</summary>
/// <param name="From">The claimed edge lies above this.</param>
/// <param name="To">And at this at most; null for the last.</param>
/// <param name="Bets">How many.</param>
/// <param name="Claimed">Mean.</param>
/// <param name="Realised">Mean gain.</param>
/// <param name="Range">Its 95% interval; null on fewer than ten match days, where a standard error says nothing.</param>
public sealed record EdgeBucket(double From, double? To, int Bets, double Claimed, double Realised, Interval? Range);

/// <summary>Whether claimed edges are real: what bets claimed beside what they came to.</summary>
/// <param name="Bets">How many.</param>
/// <param name="Days">On how many match days.</param>
/// <param name="Claimed">Mean claimed edge.</param>
/// <param name="Realised">Mean gain a unit staked, with its 95% interval.</param>
/// <param name="StandardError">Of the mean gain less the mean claim.</param>
/// <param name="Slope">Of gain on claim, with its 95% interval: 1 where a claim of one point more is a point more; null where all claim
/// the same.</param>
/// <param name="Buckets">By claimed edge; those without a bet are left out.</param>
/// <remarks>
/// Bets of a day share what nobody knew, so days are the clusters of every standard error: Liang and Zeger 1986, "Longitudinal data
/// analysis using generalized linear models", with the factor
/// days / (days − 1) for few of them; intervals are 1.96 standard errors to either side.
/// </remarks>
public sealed record ClaimedEdges(int Bets, int Days, double Claimed, Interval Realised, double StandardError, Interval? Slope, EdgeBucket[] Buckets)
{
    const double TwoSided95 = 1.959963984540054;

    const int LeastDays = 10;

    static readonly double[] Bounds = [0, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12];

    /// <summary>The record of some bets; null where there are none on two days at least.</summary>
    public static ClaimedEdges? Of(IReadOnlyList<EdgeBet> bets)
    {
        if (DaysOf(bets) < 2)
            return null;
        var buckets = Bounds.Select((from, at) => (From: from, To: at + 1 < Bounds.Length ? Bounds[at + 1] : (double?)null))
            .Select(bounds => (bounds.From, bounds.To, In: bets.Where(bet => bet.Claimed > bounds.From && !(bet.Claimed > bounds.To)).ToList()))
            .Where(bucket => bucket.In.Count > 0)
            .Select(bucket => new EdgeBucket(bucket.From, bucket.To, bucket.In.Count, bucket.In.Average(bet => bet.Claimed), bucket.In.Average(bet => bet.Gain),
                DaysOf(bucket.In) < LeastDays ? null : Around(Mean(bucket.In, bet => bet.Gain))));
        return new(
            bets.Count, DaysOf(bets), bets.Average(bet => bet.Claimed), Around(Mean(bets, bet => bet.Gain)),
            Mean(bets, bet => bet.Gain - bet.Claimed).Error, SlopeOf(bets) is { } slope ? Around(slope) : null, [.. buckets]);
    }

    static Interval Around((double Value, double Error) estimate) =>
        new(estimate.Value, estimate.Value - TwoSided95 * estimate.Error, estimate.Value + TwoSided95 * estimate.Error);

    static (double Value, double Error) Mean(IReadOnlyList<EdgeBet> bets, Func<EdgeBet, double> value)
    {
        var mean = bets.Average(value);
        return (mean, Math.Sqrt(SquaresByDay(bets, bet => value(bet) - mean)) / bets.Count);
    }

    static (double Value, double Error)? SlopeOf(IReadOnlyList<EdgeBet> bets)
    {
        var (claim, gain) = (bets.Average(bet => bet.Claimed), bets.Average(bet => bet.Gain));
        var spread = bets.Sum(bet => (bet.Claimed - claim) * (bet.Claimed - claim));
        if (spread == 0)
            return null;
        var slope = bets.Sum(bet => (bet.Claimed - claim) * (bet.Gain - gain)) / spread;
        return (slope, Math.Sqrt(SquaresByDay(bets, bet => (bet.Claimed - claim) * (bet.Gain - gain - slope * (bet.Claimed - claim)))) / spread);
    }

    /// <summary>The sum over days of the squared sum of a day's values, for days that are a sample.</summary>
    static double SquaresByDay(IReadOnlyList<EdgeBet> bets, Func<EdgeBet, double> value)
    {
        double[] sums = [.. bets.GroupBy(bet => bet.Day, (_, day) => day.Sum(value))];
        return sums.Sum(sum => sum * sum) * sums.Length / (sums.Length - 1);
    }

    static int DaysOf(IEnumerable<EdgeBet> bets) => bets.Select(bet => bet.Day).Distinct().Count();
}
