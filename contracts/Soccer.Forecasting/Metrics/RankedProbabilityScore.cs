namespace Soccer.Forecasting.Metrics;

/// <summary>
/// Ranked probability score: half the squared distance of the cumulative probabilities home, home + draw from what happened. 0 is perfect, 1 is the worst; a draw
/// costs a sure home win less than an away win does.
/// </summary>
/// <remarks>Epstein 1969; for football Constantinou and Fenton 2012.</remarks>
public static class RankedProbabilityScore
{
    /// <summary>One match.</summary>
    public static double Of(Probabilities forecast, Outcome outcome)
    {
        var first = forecast.Home - (outcome == Outcome.HomeWin ? 1 : 0);
        var second = forecast.Home + forecast.Draw - (outcome == Outcome.AwayWin ? 0 : 1);
        return (first * first + second * second) / 2;
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
