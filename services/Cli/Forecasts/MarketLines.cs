using System.Globalization;
using Soccer.Cli.Lists;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>Odds, the probabilities that they imply, and the forecast's edge on them.</summary>
static class MarketLines
{
    static readonly string[] Signs = ["1", "X", "2"];

    static readonly Column<Price>[] Columns =
    [
        new("code", "code", price => price.Code),
        new("bookmaker", "bookmaker", price => price.Name),
        new("outcome", "", price => Signs[price.Outcome]),
        new("odds", "odds", price => price.Of.Odds) { Text = price => FixtureColumns.Odds(price.Of.Odds) },
        new("margin", "margin", price => price.Margin) { Text = price => price.Outcome == 0 ? Number(price.Margin, "0.0") : "" },
        new("power", "power", price => price.Of.Power) { Text = price => FixtureColumns.Percent(price.Of.Power) },
        new("shin", "Shin", price => price.Of.Shin) { Text = price => FixtureColumns.Percent(price.Of.Shin), Rank = 1 },
        new("multiplicative", "proportional", price => price.Of.Multiplicative)
        {
            Text = price => FixtureColumns.Percent(price.Of.Multiplicative),
            Rank = 2,
        },
        new("edge", "edge", price => price.Of.Edge)
        {
            Text = price => Number(price.Of.Edge * 100, "+0.0;-0.0;0.0"),
            Colour = price => price.Of.Edge > 0 ? "green" : null,
        },
        new("quarterKelly", "stake", price => price.Of.QuarterKelly) { Text = price => Number(price.Of.QuarterKelly * 100, "0.00") },
    ];

    /// <summary>Prints three lines an offer, one an outcome.</summary>
    /// <param name="offers">The offers.</param>
    /// <param name="edgeKind">The kind of model whose probabilities the edges use; null if no kind starts from the price.</param>
    /// <param name="asOf">When the newest of published odds were found, UTC.</param>
    public static void Print(IReadOnlyList<MarketView> offers, string? edgeKind, DateTime? asOf = null)
    {
        var names = offers.Where(offer => offer.Bookmaker is not null).ToLookup(offer => offer.Bookmaker!, StringComparer.Ordinal);
        Screen.Line("");
        var prices = offers.SelectMany(offer => PricesOf(offer, code => NameOf(names[code].FirstOrDefault(), code))).ToList();
        Table.Print(Columns, prices, more: "see --json");
        foreach (var offer in offers.Where(offer => offer.Unusable is not null))
            Screen.Line(Screen.Plain($"{offer.Bookmaker ?? (offer.IsAggregate ? "best" : "yours")}: {offer.Unusable}"));
        if (asOf is { } found)
            Screen.Line(string.Create(
                CultureInfo.InvariantCulture, $"opening odds; the newest of them were found at {found:yyyy-MM-dd HH:mm} UTC"));
        Screen.Line(
            "margin in %; power, Shin, proportional = the probability that the odds imply, in %, with the margin taken out by three methods");
        if (offers.Any(offer => offer is { Bookmaker: null, IsAggregate: true }))
            Screen.Line("best = the named bookmakers' odds that pay best after commission; its margin and probabilities are of what they pay");
        if (edgeKind is null)
        {
            Screen.Line("no edge: the model has no forecast that starts from the price");
            return;
        }
        Screen.Line($"edge = probability by {edgeKind} x what the odds pay after commission - 1, in %");
        if (offers.Any(offer => offer is { Bookmaker: null, IsAggregate: false } && IsUnbelievable(offer)))
            Screen.Line("An edge above 100% says that nobody offers such odds: check what you gave.");
        Screen.Line("stake = a quarter of the Kelly stake, in % of the bankroll, if the forecast is right; nothing is ever bet");
    }

    /// <summary>Whether a stake would come back more than twice on average, which no real offer promises.</summary>
    public static bool IsUnbelievable(MarketView offer) => new[] { offer.HomeWin, offer.Draw, offer.AwayWin }.Any(price => price.Edge > 1);

    static IEnumerable<Price> PricesOf(MarketView offer, Func<string, string> nameOf)
    {
        PriceView[] prices = [offer.HomeWin, offer.Draw, offer.AwayWin];
        // The best odds have a bookmaker an outcome. Another offer has its name beside the first outcome, and what it is beside the second.
        string[] names = offer switch
        {
            { Bookmaker: null, IsAggregate: true } =>
                [.. prices.Select(price => price.Bookmaker is { } code ? $"{code} {nameOf(code)}".TrimEnd() : "-")],
            { Bookmaker: null } => ["the odds you gave", "", ""],
            { Bookmaker: var code } => [nameOf(code), KindOf(offer), ""],
        };
        var first = offer switch { { Bookmaker: { } code } => code, { IsAggregate: true } => "best", _ => "" };
        return prices.Select((price, place) => new Price(place, place == 0 ? first : "", names[place], offer.Overround - 1, price));
    }

    static string KindOf(MarketView offer) => offer switch
    {
        { IsAggregate: true } => "of several bookmakers",
        { HomeWin.Commission: > 0 and { } commission } => $"exchange, {Number(commission * 100, "0.#")}% commission",
        { IsExchange: true } => "exchange",
        _ => "",
    };

    /// <summary>The name if the Api knows it; nothing beside the code if not.</summary>
    static string NameOf(MarketView? offer, string code) => offer?.Name is { } name && name != code ? name : "";

    static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    /// <summary>A line of the table: one outcome of an offer.</summary>
    sealed record Price(int Outcome, string Code, string Name, double? Overround, PriceView Of)
    {
        public double? Margin => Overround * 100;
    }
}
