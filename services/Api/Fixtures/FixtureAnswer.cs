using System.Text.Json.Serialization;
using Soccer.Api.Goals;
using Soccer.Forecasting;
using Soccer.Forecasting.Models;
using Soccer.Forecasting.Odds;

namespace Soccer.Api.Fixtures;

/// <summary>Forecasts, and what they stand on.</summary>
/// <param name="AsOf">The day through which the newest forecasts know results; null before the first run.</param>
/// <param name="ToComeFrom">The instant by which matches are to come, UTC: what has kicked off before it is left out. Null where from is
/// given, since matches of days that are asked for are all listed, and before the first run.</param>
/// <param name="ModelId">Its champion; none where it had none.</param>
/// <param name="DatasetVersion">Its dataset version.</param>
/// <param name="FeatureSetVersion">Its feature-set version.</param>
/// <param name="From">The first day shown, in the United Kingdom.</param>
/// <param name="To">The last day shown, in the United Kingdom; null if all coming matches are shown.</param>
/// <param name="Note">Why there is no forecast at all, or that the newest dataset has no match of the division; null if there are forecasts,
/// even if none of the days asked for.</param>
/// <param name="Next">The link to the page after this one; none on the last.</param>
/// <param name="Fixtures">By date, division and kick-off.</param>
public sealed record FixtureList(
    DateOnly? AsOf, DateTime? ToComeFrom, string? ModelId, int? DatasetVersion, int? FeatureSetVersion, DateOnly? From, DateOnly? To, string? Note,
    string? Next, IReadOnlyList<FixtureAnswer> Fixtures);

/// <summary>A match with its newest forecast.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Division">Division code.</param>
/// <param name="League">Its country and name.</param>
/// <param name="Date">The day of the match in the United Kingdom, which need not be that of kickOffAt in UTC.</param>
/// <param name="KickOff">The time of day in the United Kingdom (Europe/London, not UTC); null if it is unknown.</param>
/// <param name="Home">The home team.</param>
/// <param name="Away">The away team.</param>
/// <param name="HomeWin">A home win, by the kind that knows most.</param>
/// <param name="Draw">A draw.</param>
/// <param name="AwayWin">An away win.</param>
/// <param name="ModelId">The model that forecast.</param>
/// <param name="Kind">The kind that knows most of this match.</param>
/// <param name="EdgeKind">The kind whose probabilities the edge is of: market-aware, which starts from the price. Null where it does not
/// forecast the match; then there is no edge.</param>
/// <param name="Kinds">Every kind's probabilities.</param>
/// <param name="Goals">What the forecast says of goals; none where nothing is known of the teams or their division.</param>
/// <param name="FeatureSetVersion">In which the features came.</param>
/// <param name="OddsVersion">In which the odds came.</param>
/// <param name="AsOf">The day through which the forecast knows results.</param>
/// <param name="MadeAt">UTC.</param>
public record FixtureAnswer(
    long MatchId, string Division, string League, DateOnly Date, TimeOnly? KickOff, string Home, string Away, OutcomeAnswer HomeWin, OutcomeAnswer Draw,
    OutcomeAnswer AwayWin, string ModelId, string Kind, string? EdgeKind, IReadOnlyList<KindAnswer> Kinds, GoalsAnswer? Goals, int FeatureSetVersion, int OddsVersion, DateOnly AsOf, DateTime MadeAt)
{
    /// <summary>The instant of the kick-off, UTC: date and kickOff in one; null if the time is unknown.</summary>
    public DateTime? KickOffAt => KickOff is { } time ? London.InstantOf(Date, time) : null;

    /// <summary>Whether the match has kicked off, by the newest run's clock and for a live source by the wall's; one without a kick-off
    /// time has
    /// when its day is over. In lists; left out where one match is asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? HasKickedOff { get; init; }

    /// <summary>The forecast by the kind that knows most, in one.</summary>
    public ProbabilitiesAnswer Probabilities => ProbabilitiesAnswer.Of(HomeWin.Probability, Draw.Probability, AwayWin.Probability);

    /// <summary>The answer for the rows of one forecast, a row a kind.</summary>
    public static FixtureAnswer Of(IEnumerable<FixtureRow> rows, Commissions commissions)
    {
        var kinds = rows.OrderBy(row => ModelKinds.All.IndexOf(row.Kind)).ToList();
        var best = kinds[^1];
        var (row, priced) = (best, FromThePrice(kinds));
        // One rounding, so that a probability is the same number wherever it stands.
        var aware = priced is null ? null : ProbabilitiesAnswer.Of(priced);
        var forecast = ProbabilitiesAnswer.Of(best);
        return new(
            row.MatchId, row.Division, Forecasting.Division.Find(row.Division) is { } known ? $"{known.Country} {known.Name}" : row.Division, row.Date, row.KickOff,
            row.Home, row.Away, OutcomeAnswer.Of(best.HomeWin, row.MarketHomeWin, row.BestHome, row.BestHomeAt, priced?.HomeWin, commissions, forecast.HomeWin, aware?.HomeWin),
            OutcomeAnswer.Of(best.Draw, row.MarketDraw, row.BestDraw, row.BestDrawAt, priced?.Draw, commissions, forecast.Draw, aware?.Draw),
            OutcomeAnswer.Of(best.AwayWin, row.MarketAwayWin, row.BestAway, row.BestAwayAt, priced?.AwayWin, commissions, forecast.AwayWin, aware?.AwayWin),
            row.ModelId, best.Kind, priced?.Kind, [.. kinds.Select(KindAnswer.Of)],
            GoalsAnswer.Of(new(best.HomeWin, best.Draw, best.AwayWin), best.ExpectedHomeGoals, best.ExpectedAwayGoals), row.FeatureSetVersion, row.OddsVersion, row.AsOf, row.MadeAt);
    }

    /// <summary>
    /// The forecast that the edge is of: the one that starts from the match's own price. Only its claimed edges come out as claimed
    /// (docs/formulas.md).
    /// </summary>
    internal static FixtureRow? FromThePrice(IEnumerable<FixtureRow> kinds) => kinds.FirstOrDefault(row => row.Kind == ModelKinds.MarketAware);
}

/// <summary>One kind's forecast.</summary>
/// <param name="Kind">results-only, market-memory or market-aware.</param>
/// <param name="HomeWin">Probability of a home win, 0 to 1.</param>
/// <param name="Draw">Probability of a draw.</param>
/// <param name="AwayWin">Probability of an away win.</param>
public sealed record KindAnswer(string Kind, double HomeWin, double Draw, double AwayWin)
{
    /// <summary>The answer for a row.</summary>
    public static KindAnswer Of(FixtureRow row)
    {
        var (home, draw, away) = ProbabilitiesAnswer.Of(row);
        return new(row.Kind, home, draw, away);
    }
}

/// <summary>An outcome of a match.</summary>
/// <param name="Probability">The forecast, 0 to 1.</param>
/// <param name="FairOdds">1 / probability.</param>
/// <param name="Market">The probability that the opening odds imply without their margin: those of the published average, else the mean
/// over
/// bookmakers; null without usable odds.</param>
/// <param name="BestPrice">Of the named bookmakers' odds, as they are published, those that pay best after commission. The market's highest
/// only where
/// no bookmaker is named.</param>
/// <param name="BestPriceAt">The bookmaker that offers them.</param>
/// <param name="Edge">
/// Probability by the edge's kind × what the best price pays after commission − 1: what a stake of 1 gains on average if that forecast is
/// right. Null without a price or such a forecast.
/// </param>
/// <param name="Commission">The share of winnings that the bookmaker of the best price keeps, 0 to 1: an exchange's; null without a
/// price.</param>
/// <param name="EdgeProbability">The probability that the edge is of, by the edge's kind; null if that kind does not forecast the
/// match.</param>
public sealed record OutcomeAnswer(
    double Probability, double FairOdds, double? Market, double? BestPrice, string? BestPriceAt, double? Edge, double? Commission,
    double? EdgeProbability = null)
{
    /// <summary>The bookmaker that offers the best price: bestPriceAt by the name that it has from v2 on.</summary>
    public string? BestPriceBookmaker => BestPriceAt;

    /// <summary>
    /// The answer for a probability, a price, and the probability that the edge is of; both as they are shown if they are rounded with
    /// others.
    /// </summary>
    public static OutcomeAnswer Of(double probability, double? market, float? price, string? bookmaker, double? edgeProbability, Commissions commissions, double? shown = null,
        double? edgeShown = null)
    {
        var best = OddsAnswer.Of(price);
        return new OutcomeAnswer(
            shown ?? Math.Round(probability, 6), Math.Round(Forecasting.Odds.FairOdds.Of(probability), 3), market is { } fair ? Math.Round(fair, 6) : null, best, bookmaker,
            best is { } odds && edgeProbability is { } p ? Math.Round(Forecasting.Odds.Edge.Of(p, commissions.Net(odds, bookmaker)), 4) : null,
            best is null ? null : commissions.Of(bookmaker), edgeShown ?? (edgeProbability is { } own ? Math.Round(own, 6) : null));
    }
}
