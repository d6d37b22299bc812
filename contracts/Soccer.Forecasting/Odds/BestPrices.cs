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
/// The price of each outcome that pays best, over the bookmakers that have a name. Only where none has one it is the market's maximum, under Max: nobody says who offers that, or before what commission.
/// </summary>
public sealed record BestPrices(BestPrice? Home, BestPrice? Draw, BestPrice? Away)
{
    const string Average = "Avg", Maximum = "Max";

    /// <summary>The best of some offers; of equals the first in the order of the codes.</summary>
    public static BestPrices Of(IEnumerable<Offer> offers, Commissions commissions)
    {
        var all = offers.Where(offer => offer.Bookmaker != Average).OrderBy(offer => offer.Bookmaker, StringComparer.Ordinal).ToList();
        var named = all.Where(offer => offer.Bookmaker != Maximum).ToList();
        var offered = named.Count > 0 ? named : all;
        BestPrice? Best(Func<Offer, float> odds) =>
            offered.Select(offer => new BestPrice(odds(offer), offer.Bookmaker, commissions.Net(odds(offer), offer.Bookmaker))).MaxBy(price => price.Net);
        return new(Best(offer => offer.Home), Best(offer => offer.Draw), Best(offer => offer.Away));
    }

    /// <summary>What the three pay; null where one is missing.</summary>
    public Prices? Net => this is { Home: { } home, Draw: { } draw, Away: { } away } ? new(home.Net, draw.Net, away.Net) : null;
}
