using Soccer.Forecasting.Odds;

namespace Soccer.Forecasting.Features;

/// <summary>Prices as ratings learn them, the margin taken out by power: two numbers that together are the three probabilities.</summary>
/// <param name="Supremacy">ln(p(home) / p(away)).</param>
/// <param name="Draw">ln(p(draw) / √(p(home) · p(away))).</param>
/// <param name="Probabilities">The three.</param>
readonly record struct MarketView(double Supremacy, double Draw, Probabilities Probabilities)
{
    /// <summary>What the market last thought of a played match: the closing price, else the opening one.</summary>
    public static bool TryReadLast(Match match, out MarketView view) => TryRead(match.Closing, out view) || TryRead(match.Opening, out view);

    /// <summary>What a price says, where it is usable.</summary>
    public static bool TryRead(Prices? prices, out MarketView view)
    {
        view = default;
        if (prices is not { IsUsable: true } usable)
            return false;

        var p = MarginRemoval.Power(usable);
        view = new(Math.Log(p.Home / p.Away), Math.Log(p.Draw) - Math.Log(p.Home * p.Away) / 2, p);
        return true;
    }
}
