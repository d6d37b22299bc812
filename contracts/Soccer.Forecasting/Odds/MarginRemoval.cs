namespace Soccer.Forecasting.Odds;

/// <summary>
/// Takes the bookmaker's margin out of decimal odds. All three methods agree where there is no margin; they differ in how much of it they ascribe to
/// longshots: multiplicative none, power and Shin more. Power is the house's choice.
/// </summary>
/// <remarks>Štrumbelj 2014, "On determining probability forecasts from betting odds"; Clarke, Kovalchik and Ingram 2017, "Adjusting bookmaker's odds to allow for overround".</remarks>
public static class MarginRemoval
{
    /// <summary>p = (1/odds) / overround.</summary>
    /// <exception cref="ArgumentException">The prices are not usable.</exception>
    public static Probabilities Multiplicative(Prices prices)
    {
        var (home, draw, away) = Reciprocals(prices);
        var sum = home + draw + away;
        return new(home / sum, draw / sum, away / sum);
    }

    /// <summary>p = (1/odds)^k, with the k that makes the three sum to one.</summary>
    /// <exception cref="ArgumentException">The prices are not usable.</exception>
    public static Probabilities Power(Prices prices)
    {
        var (home, draw, away) = Reciprocals(prices);
        var k = PowerExponent(prices);
        return ToOne(new(Math.Pow(home, k), Math.Pow(draw, k), Math.Pow(away, k)));
    }

    /// <summary>The exponent k of <see cref="Power"/>: above 1 where the overround is above 1.</summary>
    /// <exception cref="ArgumentException">The prices are not usable.</exception>
    public static double PowerExponent(Prices prices)
    {
        var (home, draw, away) = Reciprocals(prices);
        var (logHome, logDraw, logAway) = (Math.Log(home), Math.Log(draw), Math.Log(away));
        return Root.Newton(
            k =>
            {
                var (h, d, a) = (Math.Exp(k * logHome), Math.Exp(k * logDraw), Math.Exp(k * logAway));
                return (h + d + a - 1, h * logHome + d * logDraw + a * logAway);
            },
            1);
    }

    /// <summary>
    /// Shin's model of a bookmaker who protects himself against a share z of insiders: p = (√(z² + 4(1 − z)·π²/Π) − z) / 2(1 − z), with π = 1/odds, Π the
    /// overround, and the z that makes the three sum to one. Where the overround is not above 1 there is nothing to protect, and z is 0.
    /// </summary>
    /// <exception cref="ArgumentException">The prices are not usable.</exception>
    public static Probabilities Shin(Prices prices)
    {
        var (home, draw, away) = Reciprocals(prices);
        var sum = home + draw + away;
        var z = ShinInsiders(prices);
        return ToOne(new(ShinShare(home, sum, z), ShinShare(draw, sum, z), ShinShare(away, sum, z)));
    }

    /// <summary>The share z of insiders of <see cref="Shin"/>, in [0, 1).</summary>
    /// <exception cref="ArgumentException">The prices are not usable.</exception>
    public static double ShinInsiders(Prices prices)
    {
        var (home, draw, away) = Reciprocals(prices);
        var sum = home + draw + away;
        // At z = 0 the three sum to √Π, above one for a real margin; they fall as z grows.
        return sum <= 1 ? 0 : Root.Bisect(z => ShinShare(home, sum, z) + ShinShare(draw, sum, z) + ShinShare(away, sum, z) - 1, 0, 0.9);
    }

    static double ShinShare(double reciprocal, double sum, double z) =>
        (Math.Sqrt(z * z + 4 * (1 - z) * reciprocal * reciprocal / sum) - z) / (2 * (1 - z));

    static Probabilities Reciprocals(Prices prices) => prices.IsUsable
        ? new(1 / prices.Home, 1 / prices.Draw, 1 / prices.Away)
        : throw new ArgumentException(
            $"Prices {prices.Home} / {prices.Draw} / {prices.Away} have an overround of {prices.Overround:0.###}; usable ones are all above 1 with an overround "
            + $"from {Prices.LeastOverround} to {Prices.MostOverround}. Check Prices.IsUsable first.", nameof(prices));

    // A root is exact to the last few bits only; without a margin Shin's three sum to √Π.
    static Probabilities ToOne(Probabilities p) => new(p.Home / p.Sum, p.Draw / p.Sum, p.Away / p.Sum);
}
