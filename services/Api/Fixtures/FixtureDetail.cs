using System.Text.Json.Serialization;
using Soccer.Api.Explanations;
using Soccer.Api.Goals;
using Soccer.Forecasting;
using Soccer.Forecasting.Models;
using Soccer.Forecasting.Odds;
using Soccer.Tables.Promote;
using Soccer.Tables.Validate;

namespace Soccer.Api.Fixtures;

/// <summary>A match with its newest forecast, what it stands on, and every bookmaker's odds.</summary>
/// <param name="Alias">champion, where the model that forecast is champion now; none where another one has taken its place.</param>
/// <param name="DatasetVersion">The first dataset version with all that the forecast is made of: results and odds.</param>
/// <param name="OddsAsOf">When the source was first found to have the newest of these odds, UTC; null without odds. The source
/// itself does not say when it took them.</param>
/// <param name="Best">For each outcome, the odds of a named bookmaker that pay best after commission; null without odds.</param>
/// <param name="Markets">Each bookmaker's opening odds of the odds version, by code; aggregates last.</param>
/// <param name="Explanation">Why the forecast is what it is; where that was asked for.</param>
public sealed record FixtureDetail(
    long MatchId, string Division, string League, DateOnly Date, TimeOnly? KickOff, string Home, string Away, OutcomeAnswer HomeWin, OutcomeAnswer Draw,
    OutcomeAnswer AwayWin, string ModelId, string Kind, string? EdgeKind, IReadOnlyList<KindAnswer> Kinds, GoalsAnswer? Goals, int FeatureSetVersion, int OddsVersion, DateOnly AsOf, DateTime MadeAt,
    [property: JsonPropertyOrder(1)] string? Alias, [property: JsonPropertyOrder(1)] int DatasetVersion, [property: JsonPropertyOrder(1)] DateTime? OddsAsOf,
    [property: JsonPropertyOrder(1)] MarketAnswer? Best, [property: JsonPropertyOrder(1)] IReadOnlyList<MarketAnswer> Markets,
    [property: JsonPropertyOrder(2)][property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ExplanationAnswer? Explanation = null)
    : FixtureAnswer(
        MatchId, Division, League, Date, KickOff, Home, Away, HomeWin, Draw, AwayWin, ModelId, Kind, EdgeKind, Kinds, Goals, FeatureSetVersion, OddsVersion, AsOf, MadeAt)
{
    /// <summary>The answer.</summary>
    /// <param name="rows">The forecast, a row a kind.</param>
    /// <param name="isChampion">Whether its model is champion now.</param>
    /// <param name="featuresOf">The dataset version that its features were made of, where known.</param>
    /// <param name="prices">All odds of its odds version.</param>
    /// <param name="taken">When the source was looked through that made a dataset version.</param>
    /// <param name="commissions">What exchanges keep.</param>
    public static FixtureDetail Of(
        IReadOnlyCollection<FixtureRow> rows, bool isChampion, int? featuresOf, IReadOnlyCollection<PriceRow> prices, IReadOnlyDictionary<int, DateTime> taken, Commissions commissions)
    {
        var kinds = rows.OrderBy(row => ModelKinds.All.IndexOf(row.Kind)).ToList();
        var row = kinds[^1];
        Probabilities? forecast = FromThePrice(kinds) is { } aware ? new(aware.HomeWin, aware.Draw, aware.AwayWin) : null;
        var markets = prices.Select(price => MarketAnswer.Of(price, TimeOf(price), forecast, commissions))
            .OrderBy(market => market.IsAggregate).ThenBy(market => market.Bookmaker, StringComparer.Ordinal).ToList();
        var oddsAsOf = markets.Max(market => market.AsOf);
        var match = FixtureAnswer.Of(kinds, commissions);
        return new(
            match.MatchId, match.Division, match.League, match.Date, match.KickOff, match.Home, match.Away, match.HomeWin, match.Draw, match.AwayWin, match.ModelId, match.Kind, match.EdgeKind,
            match.Kinds, match.Goals, match.FeatureSetVersion, match.OddsVersion, match.AsOf, match.MadeAt, isChampion ? Aliases.Champion : null, Math.Max(row.OddsVersion, featuresOf ?? 0), oddsAsOf,
            MarketAnswer.OfBest(row, oddsAsOf, forecast, commissions), markets);

        DateTime? TimeOf(PriceRow price) => taken.TryGetValue(price.FromVersion, out var at) ? at : null;
    }
}
