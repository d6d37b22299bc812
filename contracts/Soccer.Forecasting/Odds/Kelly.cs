namespace Soccer.Forecasting.Odds;

/// <summary>How much of a bankroll a bet is worth.</summary>
/// <remarks>Kelly 1956, "A new interpretation of information rate": f = (p·o − 1)/(o − 1) makes the bankroll's logarithm grow fastest, if p is right.</remarks>
public static class Kelly
{
    /// <summary>The share of the bankroll to stake; 0 where the edge is not above 0.</summary>
    /// <param name="probability">Of winning, 0 to 1.</param>
    /// <param name="odds">Decimal odds, above 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The odds are not above 1.</exception>
    public static double Share(double probability, double odds) => odds > 1
        ? Math.Max(0, Edge.Of(probability, odds) / (odds - 1))
        : throw new ArgumentOutOfRangeException(nameof(odds), odds, "Decimal odds lie above 1.");
}
