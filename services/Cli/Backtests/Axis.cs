namespace Soccer.Cli.Backtests;

/// <summary>Values along a line of a drawing.</summary>
/// <param name="Low">The value at its beginning.</param>
/// <param name="High">The value at its end.</param>
/// <param name="From">Coordinate of its beginning.</param>
/// <param name="To">Coordinate of its end; below the beginning where values grow upwards.</param>
/// <param name="Step">From one tick to the next.</param>
readonly record struct Axis(double Low, double High, double From, double To, double Step)
{
    const int MostTicks = 8;

    /// <summary>An axis that holds both values, from a round one to a round one.</summary>
    public static Axis Around(double least, double most, double from, double to)
    {
        var span = Math.Max(most - least, 1e-6);
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / MostTicks)));
        var step = power * ((double[])[1, 2, 5, 10]).First(factor => span / (factor * power) <= MostTicks);
        return new(Math.Floor(least / step) * step, Math.Ceiling(most / step) * step, from, to, step);
    }

    /// <summary>A value's coordinate.</summary>
    public double Of(double value) => From + (value - Low) / (High - Low) * (To - From);

    /// <summary>Round values along it.</summary>
    public IEnumerable<double> Ticks()
    {
        var (low, step) = (Low, Step);
        return Enumerable.Range(0, (int)Math.Round((High - Low) / Step) + 1).Select(tick => Math.Round(low / step + tick) * step);
    }
}
