namespace Soccer.Forecasting.Metrics;

/// <summary>What every metric demands of forecasts and outcomes.</summary>
static class Sample
{
    /// <exception cref="ArgumentException">There are none, or not as many of one as of the other.</exception>
    public static void Check(int forecasts, int outcomes)
    {
        if (forecasts == 0 || forecasts != outcomes)
            throw new ArgumentException($"A metric needs one outcome a forecast and at least one of them; got {forecasts} forecasts and {outcomes} outcomes.");
    }
}
