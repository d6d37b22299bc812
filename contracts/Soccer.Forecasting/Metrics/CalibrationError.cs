namespace Soccer.Forecasting.Metrics;

/// <summary>
/// Expected calibration error: how far the forecasts' means lie from the frequencies, in probability. For each outcome the matches are put in order of its
/// forecast and cut into ten bins of equal size; the error is the mean over bins, weighted by their size, of |mean forecast − frequency|, and then the mean over the outcomes.
/// </summary>
/// <remarks>It has a floor: a perfectly calibrated model scores about .013 over 7,000 matches and .007 over 21,000. Smaller is luck.</remarks>
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
        var order = new (double Probability, int Position)[forecasts.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = (forecasts[i][outcome], i);

        Array.Sort(order);
        var bins = Math.Min(Bins, order.Length);
        var sum = 0d;
        for (var bin = 0; bin < bins; bin++)
        {
            var surplus = 0d;
            foreach (var (probability, position) in order.AsSpan()[Edge(bin)..Edge(bin + 1)])
                surplus += probability - (outcomes[position] == outcome ? 1 : 0);

            sum += Math.Abs(surplus);
        }

        return sum / order.Length;

        int Edge(int bin) => (int)((long)order.Length * bin / bins);
    }
}
