using System.Globalization;
using Soccer.Cli.Lists;

namespace Soccer.Cli.Forecasts;

/// <summary>The columns of the list of coming matches. 80 characters have room for a match and its three probabilities.</summary>
static class FixtureColumns
{
    /// <summary>What the heads mean, each with the columns that it is about.</summary>
    public static readonly Legend Heads = new(
        [
            ("1 home win, X draw, 2 away win", Signs), ("% = forecast", [".probability"]), ("fair = 1 / probability", [".fairOdds"]),
            ("best = the odds of a named bookmaker that pay best after commission", [".bestPrice"]),
            ("at = that bookmaker", [".bestPriceAt"]),
        ],
        [
            ("edge = p x what the best odds pay after commission - 1, in %", [".edge"]),
            ("p = the probability in % by market-aware, the kind that starts from the price", [".edge", ".edgeProbability"]),
        ]);

    static string[] Signs => [".probability", ".fairOdds", ".bestPrice", ".bestPriceAt", ".edge", ".edgeProbability"];

    /// <summary>Marks a match that has kicked off.</summary>
    public const string KickedOff = "*";

    static readonly (string Member, string Sign, Func<FixtureView, OutcomeView> Of)[] Outcomes =
    [
        ("homeWin", "1", match => match.HomeWin), ("draw", "X", match => match.Draw), ("awayWin", "2", match => match.AwayWin),
    ];

    /// <summary>The columns with kick-offs by a clock. A list by edge keeps edges rather than probabilities on a short line.</summary>
    public static Column<FixtureView>[] By(KickOffClock clock, FixtureSort sort = FixtureSort.Date) =>
    [
        new("division", "div", match => match.Division),
        new("kickOffAt", $"kick-off ({clock.Name})", match => match.Instant)
        {
            Text = match => clock.TextOf(match) + (match.HasKickedOff == true ? KickedOff : ""),
        },
        new("home", "home", match => match.Home),
        new("away", "away", match => match.Away),
        .. Three("probability", "%", sort == FixtureSort.Edge ? 2 : 0, outcome => outcome.Probability, Percent),
        .. Three("fairOdds", "fair", 4, outcome => outcome.FairOdds, Odds),
        .. Three("bestPrice", "best", 3, outcome => outcome.BestPrice, Odds),
        .. Outcomes.Select(outcome => new Column<FixtureView>(
            $"{outcome.Member}.bestPriceAt", $"{outcome.Sign} at", match => outcome.Of(match).BestPriceAt) { Rank = 6, Group = "at" }),
        .. Three("edgeProbability", "p", 5, outcome => outcome.EdgeProbability, Percent),
        .. Three(
            "edge", "edge", sort == FixtureSort.Edge ? 0 : 2, outcome => outcome.Edge, edge => Number(edge * 100, "+0.0;-0.0;0.0"),
            outcome => outcome.Edge > 0 ? "green" : null),
        new("matchId", "id", match => match.MatchId) { Rank = 1 },
        new("hasKickedOff", "kicked off", match => match.HasKickedOff) { IsHidden = true },
        new("league", "league", match => match.League) { IsHidden = true },
        new("kind", "kind", match => match.Kind) { IsHidden = true },
    ];

    /// <summary>A share as a percentage with one decimal.</summary>
    public static string Percent(double? share) => Number(share * 100, "0.0");

    /// <summary>Decimal odds.</summary>
    public static string Odds(double? odds) => Number(odds, "0.00");

    static IEnumerable<Column<FixtureView>> Three(
        string member, string head, int rank, Func<OutcomeView, double?> value, Func<double?, string> text,
        Func<OutcomeView, string?>? colour = null) =>
        Outcomes.Select(outcome => new Column<FixtureView>(
            $"{outcome.Member}.{member}", $"{outcome.Sign} {head}", match => value(outcome.Of(match)))
        {
            Rank = rank,
            Group = head,
            Text = match => text(value(outcome.Of(match))),
            Colour = colour is null ? null : match => colour(outcome.Of(match)),
        });

    static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
