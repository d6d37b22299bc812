using MathNet.Numerics.RootFinding;

namespace Soccer.Forecasting.Odds;

/// <summary>
/// A forecast that starts from the price and moves towards another forecaster: p ∝ m^(1 − w) · q^w, with m the market's probabilities
/// without margin and q the other's. w = 0 is the market, 1 the other.
/// </summary>
/// <remarks>The logarithmic opinion pool of Genest and Zidek 1986, "Combining probability distributions", with one weight.</remarks>
public static class PriceBlend
{
    /// <summary>The blend.</summary>
    /// <param name="market">m.</param>
    /// <param name="other">q.</param>
    /// <param name="weight">w.</param>
    public static Probabilities Of(Probabilities market, Probabilities other, double weight)
    {
        var (home, draw, away) = (Part(market.Home, other.Home), Part(market.Draw, other.Draw), Part(market.Away, other.Away));
        var sum = home + draw + away;
        return new(home / sum, draw / sum, away / sum);

        double Part(double m, double q) => Math.Exp((1 - weight) * Math.Log(m) + weight * Math.Log(q));
    }

    /// <summary>The weight of the least log loss, from 0 to 1. The loss is convex in w, so that its slope has one root at most.</summary>
    /// <param name="matches">m, q and what happened; at least one.</param>
    public static double Fit(IReadOnlyCollection<(Probabilities Market, Probabilities Other, Outcome Outcome)> matches)
    {
        if (Slope(0) >= 0)
            return 0;
        return Slope(1) <= 0 ? 1 : Brent.FindRoot(Slope, 0, 1, 1e-9, 200);

        // The derivative of Σ −ln p of what happened: Σ (Σ over outcomes p·δ − δ of what happened), with δ = ln q − ln m.
        double Slope(double weight) => matches.Sum(match =>
        {
            var p = Of(match.Market, match.Other, weight);
            double Lift(Outcome outcome) => Math.Log(match.Other[outcome]) - Math.Log(match.Market[outcome]);
            return p.Home * Lift(Outcome.HomeWin) + p.Draw * Lift(Outcome.Draw) + p.Away * Lift(Outcome.AwayWin) - Lift(match.Outcome);
        });
    }
}
