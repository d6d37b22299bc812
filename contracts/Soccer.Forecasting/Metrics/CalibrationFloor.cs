namespace Soccer.Forecasting.Metrics;

/// <summary>
/// What calibration error luck alone makes: outcomes are drawn again and again from the forecasts themselves, as if every one of them were exactly right, and scored by
/// <see cref="CalibrationError"/>. An error inside this range is no evidence against the forecasts; a smaller one is no merit.
/// </summary>
/// <remarks>The parametric bootstrap of Bröcker and Smith 2007, "Increasing the reliability of reliability diagrams" (consistency resampling).</remarks>
public static class CalibrationFloor
{
    /// <summary>Draws by default: the ends of the range are then good to about .0003 over 14,000 matches.</summary>
    public const int Simulations = 500;

    /// <summary>Mean and 95% range of the calibration error of forecasts that are right.</summary>
    /// <param name="forecasts">Each sums to one, up to rounding.</param>
    /// <param name="seed">The same seed gives the same range.</param>
    /// <param name="simulations">Number of draws, at least 40.</param>
    /// <exception cref="ArgumentException">There are no forecasts, or too few draws.</exception>
    public static Interval Of(ReadOnlySpan<Probabilities> forecasts, int seed, int simulations = Simulations)
    {
        Sample.Check(forecasts.Length, forecasts.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(simulations, 40);
        int[][] orders =
        [
            CalibrationError.Order(forecasts, Outcome.HomeWin), CalibrationError.Order(forecasts, Outcome.Draw), CalibrationError.Order(forecasts, Outcome.AwayWin),
        ];
        var random = new Random(seed);
        var outcomes = new Outcome[forecasts.Length];
        var errors = new double[simulations];
        for (var simulation = 0; simulation < simulations; simulation++)
        {
            for (var i = 0; i < outcomes.Length; i++)
                outcomes[i] = Draw(forecasts[i], random.NextDouble());

            for (var outcome = 0; outcome < orders.Length; outcome++)
                errors[simulation] += CalibrationError.Of(forecasts, outcomes, (Outcome)outcome, orders[outcome]) / orders.Length;
        }

        Array.Sort(errors);
        return new(errors.Average(), Quantile.Of(errors, 0.025), Quantile.Of(errors, 0.975));
    }

    static Outcome Draw(Probabilities forecast, double uniform) =>
        uniform < forecast.Home ? Outcome.HomeWin : uniform < forecast.Home + forecast.Draw ? Outcome.Draw : Outcome.AwayWin;
}
