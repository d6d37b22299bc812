namespace Soccer.Forecasting.Metrics;

/// <summary>How often the likeliest outcome happened, from 0 to 1.</summary>
public static class Accuracy
{
    /// <summary>Share of the matches whose <see cref="Probabilities.Favourite"/> happened.</summary>
    /// <exception cref="ArgumentException">There are none, or not as many of one as of the other.</exception>
    public static double Of(ReadOnlySpan<Probabilities> forecasts, ReadOnlySpan<Outcome> outcomes)
    {
        Sample.Check(forecasts.Length, outcomes.Length);
        var right = 0;
        for (var i = 0; i < forecasts.Length; i++)
            if (forecasts[i].Favourite == outcomes[i])
                right++;

        return (double)right / forecasts.Length;
    }
}
