using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>
/// Where market-aware starts: at the opening price itself, without its margin. Nothing is fitted, so that few matches can't pull it away from the market; trees learn what the price leaves out.
/// </summary>
public static class PriceStart
{
    /// <summary>The log of the home win's probability over the draw's.</summary>
    public const string HomeRatio = "price_home_ratio";

    /// <summary>The log of the away win's probability over the draw's.</summary>
    public const string AwayRatio = "price_away_ratio";

    /// <summary>The start by the names of a row's columns; none where the two ratios are not among them.</summary>
    public static MultinomialLogistic? Of(string[] features) => (Array.IndexOf(features, HomeRatio), Array.IndexOf(features, AwayRatio)) is ( >= 0 and var home, >= 0 and var away)
        ? new([home, away], [0, 0], [1, 1], [0, 1, 0, 0, 0, 0, 0, 0, 1])
        : null;
}
