namespace Soccer.Forecasting.Metrics;

/// <summary>
/// Expected calibration error: how far the forecasts' means lie from the frequencies, in probability. For each outcome the matches are put in order of its
/// forecast and cut into ten bins of equal size; the error is the mean over bins, weighted by their size, of |mean forecast − frequency|, and then the mean over the outcomes.
/// </summary>
/// <remarks>It has a floor: a perfectly calibrated model scores about .013 over 7,000 matches and .007 over 21,000. Smaller is luck; <see cref="CalibrationFloor"/> tells it for any sample.</remarks>
public static class CalibrationError
{
    /// <summary>Bins an outcome; a sample of fewer matches has a bin a match.</summary>
    public const int Bins = 10;

    /// <summary>Over a sample, 0 to 1. Equal forecasts are put in order of their position in the sample.</summary>
    /// <exception cref="ArgumentException">There are none, or not as many of one as of the other.</exception>
    public static double Of(ReadOnlySpan<Probabilities> forecasts, ReadOnlySpan<Outcome> outcomes)
    {
        Sample.Check(forecasts.Length, outcomes.Length);
        return (Of(forecasts, outcomes, Outcome.HomeWin) + Of(forecasts, outcomes, Outcome.Draw) + Of(forecasts, outcomes, Outcome.AwayWin)) / 3;
    }

    /// <summary>One outcome's part, 0 to 1.</summary>
    /// <exception cref="ArgumentException">There are none, or not as many of one as of the other.</exception>
    public static double Of(ReadOnlySpan<Probabilities> forecasts, ReadOnlySpan<Outcome> outcomes, Outcome outcome)
    {
        Sample.Check(forecasts.Length, outcomes.Length);
        return Of(forecasts, outcomes, outcome, Order(forecasts, outcome));
    }

    /// <summary>The positions of the matches in order of an outcome's forecast; equal ones in order of position.</summary>
    internal static int[] Order(ReadOnlySpan<Probabilities> forecasts, Outcome outcome)
    {
        var order = new (double Probability, int Position)[forecasts.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = (forecasts[i][outcome], i);

        Array.Sort(order);
        return [.. order.Select(match => match.Position)];
    }

    /// <summary>Where a bin begins among matches in order; the last edge is their number.</summary>
    internal static int Edge(int matches, int bin) => (int)((long)matches * bin / Math.Min(Bins, matches));

    internal static double Of(ReadOnlySpan<Probabilities> forecasts, ReadOnlySpan<Outcome> outcomes, Outcome outcome, ReadOnlySpan<int> order)
    {
        var sum = 0d;
        for (var bin = 0; bin < Math.Min(Bins, order.Length); bin++)
        {
            var surplus = 0d;
            foreach (var position in order[Edge(order.Length, bin)..Edge(order.Length, bin + 1)])
                surplus += forecasts[position][outcome] - (outcomes[position] == outcome ? 1 : 0);

            sum += Math.Abs(surplus);
        }

        return sum / order.Length;
    }
}
