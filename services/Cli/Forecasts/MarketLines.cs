using System.Globalization;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>Odds, what they imply, and what a forecast makes of them.</summary>
static class MarketLines
{
    /// <summary>Characters of a line with the probabilities by three methods.</summary>
    const int WidthOfMethods = 165;

    /// <summary>Prints a line an offer.</summary>
    /// <param name="offers">The offers.</param>
    /// <param name="edgeKind">The kind whose probabilities the edge is of; null where none starts from the price.</param>
    /// <param name="asOf">When the newest of published odds were found, UTC.</param>
    public static void Print(IReadOnlyList<MarketView> offers, string? edgeKind, DateTime? asOf = null)
    {
        var methods = Screen.Fits(WidthOfMethods);
        string[] probabilities = methods ? [">power %", ">Shin %", ">multiplicative %"] : [">power %"];
        Screen.Print(["<odds of", ">odds", ">margin %", .. probabilities, ">edge %", ">stake %"], offers.Select(offer => (string[])
        [
            Screen.Plain(NameOf(offer)), Three(offer, price => Number(price.Odds, "0.00")), Number((offer.Overround - 1) * 100, "0.0"), Three(offer, price => Percent(price.Power)),
            .. methods ? (string[])[Three(offer, price => Percent(price.Shin)), Three(offer, price => Percent(price.Multiplicative))] : [],
            Three(offer, EdgeOf), Three(offer, price => Number(price.QuarterKelly * 100, "0.00")),
        ]));
        foreach (var offer in offers.Where(offer => offer.Unusable is not null))
            Screen.Line(Screen.Plain($"{NameOf(offer)}: {offer.Unusable}"));
        if (asOf is { } found)
            Screen.Line(string.Create(CultureInfo.InvariantCulture, $"opening odds, the newest of them found at {found:yyyy-MM-dd HH:mm} UTC; home / draw / away"));
        Screen.Line($"power{(methods ? ", Shin, multiplicative" : "")}: what the odds imply without the margin");
        if (edgeKind is null)
        {
            Screen.Line("no edge: the model has no kind that starts from the price");
            return;
        }
        Screen.Line($"edge = probability by {edgeKind} x what the odds pay - 1; an exchange pays its odds less commission ({Commissions(offers)})");
        Screen.Line("stake: a quarter of what Kelly's formula would stake of a bankroll if the forecast were right; nothing is ever bet");
    }

    static string Commissions(IEnumerable<MarketView> offers) =>
        offers.SelectMany(offer => new[] { offer.HomeWin, offer.Draw, offer.AwayWin }).Where(price => price.Commission > 0)
            .Select(price => $"{price.Bookmaker} {Number(price.Commission * 100, "0.#")}%").Distinct().ToList() is [_, ..] exchanges
            ? string.Join(", ", exchanges)
            : "none here";

    static string NameOf(MarketView offer) => offer switch
    {
        { Bookmaker: null, IsAggregate: true } => $"best: {Three(offer, price => price.Bookmaker ?? "-")}",
        { Bookmaker: null } => "yours",
        { IsAggregate: true } => $"{offer.Bookmaker} (of several)",
        _ => offer.Bookmaker,
    };

    /// <summary>A figure of each outcome: side by side where there is room, else one below the other.</summary>
    static string Three(MarketView offer, Func<PriceView, string> figure) =>
        string.Join(Screen.IsWide ? " / " : "\n", new[] { offer.HomeWin, offer.Draw, offer.AwayWin }.Select(figure));

    static string EdgeOf(PriceView price)
    {
        var text = Number(price.Edge * 100, "+0.0;-0.0");
        return price.Edge > 0 ? $"[green]{text}[/]" : text;
    }

    static string Percent(double? share) => Number(share * 100, "0.0");

    static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
