using Soccer.Forecasting.Odds;

namespace Soccer.Forecasting.Metrics;

/// <summary>A bet on one outcome of a match.</summary>
/// <param name="Day">The match day.</param>
/// <param name="Probability">The forecaster's, of the outcome that was bet on.</param>
/// <param name="Odds">The decimal odds at which it was placed.</param>
/// <param name="Won">Whether the outcome came.</param>
/// <param name="ClosingProbability">The market's at kick-off, without its margin.</param>
public readonly record struct Bet(DateOnly Day, double Probability, double Odds, bool Won, double ClosingProbability)
{
    /// <summary>The least edge that is bet on: 2%, since smaller ones are mostly the forecaster's own error.</summary>
    public const double LeastEdge = 0.02;

    /// <summary>What a stake of 1 gains: odds − 1, or −1.</summary>
    public double Gain => Won ? Odds - 1 : -1;

    /// <summary>Closing line value, odds × closing probability − 1: the edge in the eyes of the closing market, which is the best judge there is before kick-off.</summary>
    public double ClosingLineValue => Edge.Of(ClosingProbability, Odds);

    /// <summary>The bet on a match: the outcome with the largest edge, where that is above <see cref="LeastEdge"/>; else none.</summary>
    /// <param name="day">The match day.</param>
    /// <param name="forecast">What the forecaster says.</param>
    /// <param name="prices">What is offered, taken as it is.</param>
    /// <param name="closing">The market's probabilities at kick-off.</param>
    /// <param name="outcome">What happened.</param>
    public static Bet? On(DateOnly day, Probabilities forecast, Prices prices, Probabilities closing, Outcome outcome)
    {
        var (choice, edge) = Edge.Best(forecast, prices);
        return edge > LeastEdge ? new(day, forecast[choice], prices[choice], choice == outcome, closing[choice]) : null;
    }
}
