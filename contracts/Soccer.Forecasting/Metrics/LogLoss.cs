namespace Soccer.Forecasting.Metrics;

/// <summary>Logarithmic loss in nats: −ln of the probability that the forecast gave to what happened. 0 is perfect, ln 3 = 1.0986 is knowing nothing.</summary>
public static class LogLoss
{
    /// <summary>A probability below this counts as this: a forecast that excluded what happened costs 34.5, not infinity.</summary>
    public const double Floor = 1e-15;

    /// <summary>One match.</summary>
    public static double Of(Probabilities forecast, Outcome outcome) => -Math.Log(Math.Max(forecast[outcome], Floor));

    /// <summary>Mean over matches.</summary>
    /// <exception cref="ArgumentException">There are none, or not as many of one as of the other.</exception>
    public static double Of(ReadOnlySpan<Probabilities> forecasts, ReadOnlySpan<Outcome> outcomes)
    {
        Sample.Check(forecasts.Length, outcomes.Length);
        var sum = 0d;
        for (var i = 0; i < forecasts.Length; i++)
            sum += Of(forecasts[i], outcomes[i]);

        return sum / forecasts.Length;
    }
}
