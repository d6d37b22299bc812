namespace Soccer.Forecasting.Odds;

/// <summary>What a bet gains on average, if the forecast is right.</summary>
public static class Edge
{
    /// <summary>probability × odds − 1: the mean gain of a stake of 1, from −1 upwards; .02 is 2%.</summary>
    public static double Of(double probability, double odds) => probability * odds - 1;

    /// <summary>The outcome with the largest edge at these prices, and that edge; of equals, the first in the order home, draw, away.</summary>
    public static (Outcome Outcome, double Edge) Best(Probabilities probabilities, Prices prices)
    {
        var best = (Outcome: Outcome.HomeWin, Edge: Of(probabilities.Home, prices.Home));
        foreach (var outcome in (ReadOnlySpan<Outcome>)[Outcome.Draw, Outcome.AwayWin])
        {
            var edge = Of(probabilities[outcome], prices[outcome]);
            if (edge > best.Edge)
                best = (outcome, edge);
        }

        return best;
    }
}
