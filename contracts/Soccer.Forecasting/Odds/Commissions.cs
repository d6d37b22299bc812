using System.Globalization;

namespace Soccer.Forecasting.Odds;

/// <summary>
/// What exchanges keep of winnings. A bookmaker's margin is in its odds; an exchange publishes odds before its commission, so that they
/// look better than they pay. The same list for live prices and
/// for backtests.
/// </summary>
public sealed class Commissions
{
    /// <summary>The section of a service's configuration with rates by code, over the defaults: Bookmakers:Commission:BFE=0.02.</summary>
    public const string Section = "Bookmakers:Commission";

    /// <summary>Exchanges among the source's bookmakers, with their standard rates: 5% of the net winnings at Betfair.</summary>
    static readonly Dictionary<string, double> Standard = new(StringComparer.OrdinalIgnoreCase) { ["BFE"] = 0.05 };

    readonly Dictionary<string, double> rates;

    /// <param name="own">Rates by the source's code of a bookmaker, 0 up to below 1, over the standard ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is out of range.</exception>
    public Commissions(IReadOnlyDictionary<string, double>? own = null)
    {
        rates = new(Standard, StringComparer.OrdinalIgnoreCase);
        foreach (var (bookmaker, rate) in own ?? new Dictionary<string, double>())
            rates[bookmaker] = rate is >= 0 and < 1
                ? rate
                : throw new ArgumentOutOfRangeException($"{Section}:{bookmaker}", rate, "Invalid commission. Use a share of the winnings from 0 up to below 1, such as 0.05");
    }

    /// <summary>The share of winnings that is kept; 0 for a bookmaker that is no exchange.</summary>
    public double Of(string? bookmaker) => bookmaker is null ? 0 : rates.GetValueOrDefault(bookmaker);

    /// <summary>What odds pay: 1 + (odds − 1)·(1 − commission).</summary>
    /// <param name="odds">Decimal odds as they are published.</param>
    /// <param name="bookmaker">The source's code; null where it is unknown.</param>
    public double Net(double odds, string? bookmaker) => Of(bookmaker) is var rate && rate == 0 ? odds : 1 + (odds - 1) * (1 - rate);

    /// <summary>The rates as one line, in the order of the codes: what a result that depends on them is remembered under.</summary>
    public override string ToString() =>
        string.Join(", ", rates.OrderBy(rate => rate.Key, StringComparer.Ordinal).Select(rate => string.Create(CultureInfo.InvariantCulture, $"{rate.Key} {rate.Value}")));
}
