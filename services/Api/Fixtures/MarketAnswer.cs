using System.Globalization;
using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Odds;
using Soccer.Tables.Validate;

namespace Soccer.Api.Fixtures;

/// <summary>
/// The odds of one bookmaker for the three outcomes, or of each outcome those that pay best after commission, and what the forecast makes
/// of them.
/// </summary>
/// <param name="Bookmaker">The source's code: B365 is Bet365, PS is Pinnacle; Avg and Max are the average and the highest of the bookmakers
/// that the source covers. Null for the best odds of all, where each outcome names its own, and for odds that came with a
/// request.</param>
/// <param name="IsAggregate">Whether it is made of several bookmakers' odds: no one offers all three.</param>
/// <param name="AsOf">When these odds were first found at the source, UTC; null for odds that came with a request.</param>
/// <param name="Overround">The sum of 1 / odds: 1.05 is a margin of 5%. For the best odds of all the sum of 1 / what they pay after
/// commission; below 1 they are a sure win. Null if an outcome has no odds.</param>
/// <param name="Unusable">Why these odds are not usable; then probabilities, edges and stakes are null. Null if they are usable.</param>
/// <param name="HomeWin">A home win.</param>
/// <param name="Draw">A draw.</param>
/// <param name="AwayWin">An away win.</param>
/// <param name="Name">What people call the bookmaker; null where bookmaker is null.</param>
/// <param name="IsExchange">Whether it is an exchange, whose odds are before its commission.</param>
public sealed record MarketAnswer(
    string? Bookmaker, bool IsAggregate, DateTime? AsOf, double? Overround, string? Unusable, PriceAnswer HomeWin, PriceAnswer Draw,
    PriceAnswer AwayWin, string? Name = null, bool IsExchange = false)
{
    /// <summary>The answer for a bookmaker's odds.</summary>
    /// <param name="row">Its odds.</param>
    /// <param name="asOf">When they came.</param>
    /// <param name="forecast">That the edges are of; null for no edge.</param>
    /// <param name="commissions">What exchanges keep.</param>
    public static MarketAnswer Of(PriceRow row, DateTime? asOf, Probabilities? forecast, Commissions commissions) => Of(
        row.Bookmaker, Bookmakers.Bookmaker.Of(row.Bookmaker).IsAggregate, asOf, forecast, commissions,
        (row.Home, row.Bookmaker), (row.Draw, row.Bookmaker), (row.Away, row.Bookmaker));

    /// <summary>
    /// The odds that pay best after commission, as they were sealed with the forecast; null if there are none.
    /// </summary>
    public static MarketAnswer? OfBest(FixtureRow row, DateTime? asOf, Probabilities? forecast, Commissions commissions) => (row.BestHome ?? row.BestDraw ?? row.BestAway) is null
        ? null
        : Of(null, true, asOf, forecast, commissions, (row.BestHome, row.BestHomeAt), (row.BestDraw, row.BestDrawAt), (row.BestAway, row.BestAwayAt));

    /// <summary>The answer for odds that came with a request.</summary>
    /// <param name="prices">All three.</param>
    /// <param name="forecast">That the edges are of; null for no edge.</param>
    public static MarketAnswer OfGiven(Prices prices, Probabilities? forecast) => Of(null, false, null, forecast, AnyRates, prices, (null, null, null));

    /// <summary>Odds without a bookmaker have no commission, whatever the rates.</summary>
    static Commissions AnyRates { get; } = new();

    static MarketAnswer Of(
        string? bookmaker, bool isAggregate, DateTime? asOf, Probabilities? forecast, Commissions commissions, (float? Odds, string? At) home, (float? Odds, string? At) draw, (float? Odds, string? At) away)
    {
        // What is no price is 0 here, as in Prices.
        var prices = new Prices(OddsAnswer.Of(home.Odds) ?? 0, OddsAnswer.Of(draw.Odds) ?? 0, OddsAnswer.Of(away.Odds) ?? 0);
        // Of one exchange all three are before the same commission; of the best some are, and their sum would promise a sure win that is
        // none.
        return Of(bookmaker, isAggregate, asOf, forecast, commissions, prices, (home.At, draw.At, away.At));
    }

    static MarketAnswer Of(string? bookmaker, bool isAggregate, DateTime? asOf, Probabilities? forecast, Commissions commissions, Prices prices, (string? Home, string? Draw, string? Away) at)
    {
        var paid = bookmaker is null ? PaidBy(prices, at, commissions) : prices;
        var unusable = WhyUnusable(paid);
        var named = bookmaker is null ? null : Bookmakers.Bookmaker.Of(bookmaker);
        var free = unusable is null ? new Margins(MarginRemoval.Multiplicative(paid), MarginRemoval.Power(paid), MarginRemoval.Shin(paid)) : null;
        return new(
            bookmaker, isAggregate, asOf, double.IsFinite(paid.Overround) ? Math.Round(paid.Overround, 6) : null, unusable,
            PriceAnswer.Of(Outcome.HomeWin, prices, at.Home, free, forecast, commissions), PriceAnswer.Of(Outcome.Draw, prices, at.Draw, free, forecast, commissions),
            PriceAnswer.Of(Outcome.AwayWin, prices, at.Away, free, forecast, commissions),
            named?.Name, named?.IsExchangeBy(commissions) ?? false);
    }

    /// <summary>What the odds pay after commission; what is no price stays 0.</summary>
    static Prices PaidBy(Prices prices, (string? Home, string? Draw, string? Away) at, Commissions commissions)
    {
        return new(Paid(prices.Home, at.Home), Paid(prices.Draw, at.Draw), Paid(prices.Away, at.Away));

        double Paid(double odds, string? bookmaker) => odds > 0 ? commissions.Net(odds, bookmaker) : odds;
    }

    static string? WhyUnusable(Prices prices) => prices switch
    {
        { IsUsable: true } => null,
        { Home: > Prices.MostPrice } or { Draw: > Prices.MostPrice } or { Away: > Prices.MostPrice } => $"odds above {Prices.MostPrice} are no real offer",
        { Home: > 1, Draw: > 1, Away: > 1 } => string.Create(
            CultureInfo.InvariantCulture, $"an overround of {prices.Overround:0.####} is no real offer's: those lie from {Prices.LeastOverround} to {Prices.MostOverround}"),
        _ => "an outcome has no odds above 1",
    };
}

/// <summary>Probabilities without the margin, by method.</summary>
sealed record Margins(Probabilities Multiplicative, Probabilities Power, Probabilities Shin);

/// <summary>Odds for one outcome, and what the forecast makes of them.</summary>
/// <param name="Odds">Decimal odds; none where none are offered.</param>
/// <param name="Bookmaker">Who offers them.</param>
/// <param name="Multiplicative">The probability that they imply (for the best odds of all: that what they pay implies), with the margin
/// shared out in proportion: (1 / odds) / overround.</param>
/// <param name="Power">The same with the margin taken out by a power of 1 / odds (Clarke, Kovalchik and Ingram 2017): the method of
/// everything else that is called the market here.</param>
/// <param name="Shin">The same by Shin's model of insiders (Shin 1992, 1993).</param>
/// <param name="Edge">Probability by the edge's kind × what the odds pay after commission − 1: what a stake of 1 gains on average if that
/// forecast is right. Null where no forecast starts from the price.</param>
/// <param name="QuarterKelly">A quarter of the share of a bankroll that Kelly (1956) would stake by the same probability: ¼ · edge /
/// (what the odds pay − 1); 0 where the edge is not above 0. Information, no advice.</param>
/// <param name="Commission">The share of winnings that the bookmaker keeps, 0 to 1: an exchange's. Null without odds.</param>
public sealed record PriceAnswer(
    double? Odds, string? Bookmaker, double? Multiplicative, double? Power, double? Shin, double? Edge, double? QuarterKelly, double? Commission)
{
    /// <summary>The answer for an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="prices">All three odds; 0 is none.</param>
    /// <param name="bookmaker">Who offers this one.</param>
    /// <param name="free">What the three imply; none where they are not usable.</param>
    /// <param name="forecast">That the edge is of; null for no edge.</param>
    /// <param name="commissions">What exchanges keep.</param>
    internal static PriceAnswer Of(Outcome outcome, Prices prices, string? bookmaker, Margins? free, Probabilities? forecast, Commissions commissions)
    {
        var odds = prices[outcome];
        var pays = commissions.Net(odds, bookmaker);
        return free is null
            ? new(odds > 0 ? odds : null, odds > 0 ? bookmaker : null, null, null, null, null, null, odds > 0 ? commissions.Of(bookmaker) : null)
            : new(
                odds, bookmaker, Math.Round(free.Multiplicative[outcome], 6), Math.Round(free.Power[outcome], 6), Math.Round(free.Shin[outcome], 6),
                forecast is { } p ? Math.Round(Forecasting.Odds.Edge.Of(p[outcome], pays), 4) : null,
                forecast is { } q ? Math.Round(BettingRecord.KellyPart * Kelly.Share(q[outcome], pays), 6) : null, commissions.Of(bookmaker));
    }
}

/// <summary>Odds as they were published.</summary>
static class OddsAnswer
{
    /// <summary>A float's own decimals: 2.1, not 2.0999999046; none for what is no price.</summary>
    public static double? Of(float? odds) => odds is > 0 and < 1e6f ? (double)(decimal)odds.Value : null;
}
