namespace Soccer.Forecasting.Odds;

/// <summary>A price and who offers it.</summary>
/// <param name="Odds">Decimal odds as they are published.</param>
/// <param name="Bookmaker">The source's code.</param>
/// <param name="Net">What they pay, after commission.</param>
public sealed record BestPrice(float Odds, string Bookmaker, double Net);

/// <summary>The bookmakers' prices of a match.</summary>
/// <param name="Bookmaker">The source's code; Avg and Max are the market's average and highest.</param>
/// <param name="Home">Decimal odds.</param>
/// <param name="Draw">Decimal odds.</param>
/// <param name="Away">Decimal odds.</param>
public readonly record struct Offer(string Bookmaker, float Home, float Draw, float Away);

/// <summary>
/// The price of each outcome that pays best, over the usable offers of named bookmakers. The market's maximum, Max, counts only where
/// there is no such offer: its bookmaker and commission are unknown.
/// </summary>
public sealed record BestPrices(BestPrice? Home, BestPrice? Draw, BestPrice? Away)
{
    const string Average = "Avg", Maximum = "Max";

    /// <summary>The best of some offers; of equal ones the first by code.</summary>
    public static BestPrices Of(IEnumerable<Offer> offers, Commissions commissions)
    {
        var all = offers.Where(offer => offer.Bookmaker != Average && new Prices(offer.Home, offer.Draw, offer.Away).IsUsable).OrderBy(offer => offer.Bookmaker, StringComparer.Ordinal).ToList();
        var named = all.Where(offer => offer.Bookmaker != Maximum).ToList();
        var offered = named.Count > 0 ? named : all;
        BestPrice? Best(Func<Offer, float> odds) =>
            offered.Select(offer => new BestPrice(odds(offer), offer.Bookmaker, commissions.Net(odds(offer), offer.Bookmaker))).MaxBy(price => price.Net);
        return new(Best(offer => offer.Home), Best(offer => offer.Draw), Best(offer => offer.Away));
    }

    /// <summary>What the three pay; null where one is missing.</summary>
    public Prices? Net => this is { Home: { } home, Draw: { } draw, Away: { } away } ? new(home.Net, draw.Net, away.Net) : null;
}
