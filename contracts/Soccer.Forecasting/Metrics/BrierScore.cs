namespace Soccer.Forecasting.Metrics;

/// <summary>Brier score, summed over the three outcomes: squared distance of the forecast from what happened. 0 is perfect, 2 is the worst, 2/3 is knowing nothing.</summary>
/// <remarks>Brier 1950, in its original form for several classes.</remarks>
public static class BrierScore
{
    /// <summary>One match.</summary>
    public static double Of(Probabilities forecast, Outcome outcome)
    {
        var home = forecast.Home - (outcome == Outcome.HomeWin ? 1 : 0);
        var draw = forecast.Draw - (outcome == Outcome.Draw ? 1 : 0);
        var away = forecast.Away - (outcome == Outcome.AwayWin ? 1 : 0);
        return home * home + draw * draw + away * away;
    }

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
