using Soccer.Tables.Validate;

namespace Soccer.Predict;

/// <summary>A price and who offers it.</summary>
public sealed record BestPrice(float Odds, string Bookmaker);

/// <summary>The best price for each outcome over all bookmakers. Where only the market's maximum is published, it stands under Max.</summary>
public sealed record BestPrices(BestPrice? Home, BestPrice? Draw, BestPrice? Away)
{
    /// <summary>The best of some prices; a named bookmaker goes before the nameless maximum at the same odds.</summary>
    public static BestPrices Of(IEnumerable<PriceRow> prices)
    {
        var offered = prices.Where(price => price.Bookmaker != "Avg").OrderBy(price => price.Bookmaker == "Max").ToList();
        BestPrice? Best(Func<PriceRow, float> odds) =>
            offered.Count == 0 ? null : offered.MaxBy(odds) is { } best ? new BestPrice(odds(best), best.Bookmaker) : null;
        return new BestPrices(Best(price => price.Home), Best(price => price.Draw), Best(price => price.Away));
    }
}
