using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>fixture: one match with all that its forecast says, beside every bookmaker's odds.</summary>
static class FixtureVerb
{
    /// <summary>Characters of a line with the probabilities by three methods.</summary>
    const int WidthOfMethods = 165;

    public static Command Create(Settings settings)
    {
        var match = new Argument<long>("MATCH_ID")
        {
            Description = "The id of the match; the last column of fixtures, where the lines are long enough, and matchId in fixtures --json.",
            CustomParser = result =>
            {
                if (long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                    return id;
                result.AddError($"MATCH_ID '{result.Tokens[0].Value}': write the number that soccer fixtures --json calls matchId");
                return 0;
            },
        };
        var json = Options.Json();
        return CommandLine.Verb("fixture", "One match: all that its forecast says, and every bookmaker's odds.", async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var path = string.Create(CultureInfo.InvariantCulture, $"v1/fixtures/{parsed.GetValue(match)}");
            if (parsed.GetValue(json))
                Console.WriteLine(await api.GetText(path, cancellation));
            else
                Print(await api.Get<FixtureDetailView>(path, cancellation));
            return Exit.Ok;
        }, match, json);
    }

    static void Print(FixtureDetailView match)
    {
        Screen.Line($"[bold]{Screen.Plain(match.Home)} - {Screen.Plain(match.Away)}[/], {Screen.Plain(match.League)}, {match.Date:yyyy-MM-dd}{Text($"{match.KickOff: HH:mm}")}");
        Screen.Print(["", ">%", ">fair odds", ">market %", .. match.Kinds.Select(kind => $">{(Screen.IsWide ? kind.Kind : kind.Kind.Replace('-', '\n'))} %")],
        [
            Outcome("home", match.HomeWin, match, kind => kind.HomeWin), Outcome("draw", match.Draw, match, kind => kind.Draw), Outcome("away", match.AwayWin, match, kind => kind.AwayWin),
        ]);
        if (match.Goals is { } goals)
            GoalLines.Print(goals);
        Markets(match);
        Screen.Line($"{match.Kind}, model {match.ModelId[..Math.Min(12, match.ModelId.Length)]}{(match.Alias is { } alias ? $" ({alias})" : ", champion no more")}, "
            + Text($"dataset {match.DatasetVersion}, feature set {match.FeatureSetVersion}; results known up to {match.AsOf:yyyy-MM-dd}"));
    }

    static void Markets(FixtureDetailView match)
    {
        if (match.Markets.Count == 0)
        {
            Screen.Line("No bookmaker's odds are known.");
            return;
        }
        var offers = match.Best is { } best ? [best, .. match.Markets] : match.Markets;
        var methods = Screen.Fits(WidthOfMethods);
        string[] probabilities = methods ? [">power %", ">Shin %", ">multiplicative %"] : [">power %"];
        Screen.Print(["<odds of", ">odds", ">margin %", .. probabilities, ">edge %", ">stake %"], offers.Select(offer => (string[])
        [
            Screen.Plain(NameOf(offer)), Three(offer, price => Number(price.Odds, "0.00")), Number((offer.Overround - 1) * 100, "0.0"), Three(offer, price => Percent(price.Power)),
            .. methods ? (string[])[Three(offer, price => Percent(price.Shin)), Three(offer, price => Percent(price.Multiplicative))] : [],
            Three(offer, EdgeOf), Three(offer, price => Number(price.QuarterKelly * 100, "0.00")),
        ]));
        foreach (var offer in offers.Where(offer => offer.Unusable is not null))
            Screen.Line(Screen.Plain($"{offer.Bookmaker ?? "best"}: {offer.Unusable}"));
        if (match.OddsAsOf is { } asOf)
            Screen.Line(Text($"opening odds, the newest of them found at {asOf:yyyy-MM-dd HH:mm} UTC; home / draw / away"));
        Screen.Line($"power{(methods ? ", Shin, multiplicative" : "")}: what the odds imply without the margin; edge = probability by {match.EdgeKind}, which has not seen them, x odds - 1");
        Screen.Line("stake: a quarter of what Kelly's formula would stake of a bankroll if the forecast were right; nothing is ever bet");
    }

    static string NameOf(MarketView offer) => offer switch
    {
        { Bookmaker: null } => $"best: {Three(offer, price => price.Bookmaker ?? "-")}",
        { IsAggregate: true } => $"{offer.Bookmaker} (of several)",
        _ => offer.Bookmaker,
    };

    static string[] Outcome(string name, OutcomeView outcome, FixtureDetailView match, Func<KindView, double> probability) =>
    [
        name, Percent(outcome.Probability), Number(outcome.FairOdds, "0.00"), Percent(outcome.Market), .. match.Kinds.Select(kind => Percent(probability(kind))),
    ];

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

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
