namespace Soccer.Forecasting.Metrics;

/// <summary>A point of a reliability diagram.</summary>
/// <param name="Forecast">Mean probability that was forecast.</param>
/// <param name="Frequency">Share in which the outcome came.</param>
/// <param name="Low">Lower end of the frequency's 95% interval.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Matches">Matches in the bin.</param>
public readonly record struct ReliabilityBin(double Forecast, double Frequency, double Low, double High, int Matches);

/// <summary>What was forecast beside what came, bin by bin: on the diagonal forecasts mean what they say. The bins are those of <see cref="CalibrationError"/>.</summary>
/// <remarks>Intervals by Wilson 1927: (f + z²/2n ± z·√(f(1 − f)/n + z²/4n²)) / (1 + z²/n), z = 1.96.</remarks>
public static class Reliability
{
    const double Z = 1.959963984540054;

    /// <summary>An outcome's bins in order of the forecast, as many matches in each as in the others.</summary>
    /// <exception cref="ArgumentException">There are no matches, or not as many forecasts as outcomes.</exception>
    public static ReliabilityBin[] Of(ReadOnlySpan<Probabilities> forecasts, ReadOnlySpan<Outcome> outcomes, Outcome outcome)
    {
        Sample.Check(forecasts.Length, outcomes.Length);
        var order = CalibrationError.Order(forecasts, outcome);
        var bins = new ReliabilityBin[Math.Min(CalibrationError.Bins, order.Length)];
        for (var bin = 0; bin < bins.Length; bin++)
        {
            var positions = order.AsSpan()[CalibrationError.Edge(order.Length, bin)..CalibrationError.Edge(order.Length, bin + 1)];
            var (sum, came) = (0d, 0);
            foreach (var position in positions)
                (sum, came) = (sum + forecasts[position][outcome], came + (outcomes[position] == outcome ? 1 : 0));

            bins[bin] = BinOf(sum / positions.Length, came, positions.Length);
        }

        return bins;
    }

    static ReliabilityBin BinOf(double forecast, int came, int matches)
    {
        var frequency = (double)came / matches;
        var middle = frequency + Z * Z / (2 * matches);
        var half = Z * Math.Sqrt(frequency * (1 - frequency) / matches + Z * Z / (4d * matches * matches));
        var whole = 1 + Z * Z / matches;
        return new(forecast, frequency, Math.Max(0, (middle - half) / whole), Math.Min(1, (middle + half) / whole), matches);
    }
}
