using Soccer.Forecasting;

namespace Soccer.Api.Fixtures;

/// <summary>Forecasts, and what they stand on.</summary>
/// <param name="AsOf">The clock of the newest run that forecast: results up to this day are known. None before the first.</param>
/// <param name="ModelId">Its champion; none where it had none.</param>
/// <param name="DatasetVersion">Its dataset version.</param>
/// <param name="FeatureSetVersion">Its feature-set version.</param>
/// <param name="From">The first day shown.</param>
/// <param name="To">The last day shown.</param>
/// <param name="Note">Why there is no forecast at all; none where there are forecasts, even if none of the days and the division asked for.</param>
/// <param name="Fixtures">By date, division and kick-off.</param>
public sealed record FixtureList(
    DateOnly? AsOf, string? ModelId, int? DatasetVersion, int? FeatureSetVersion, DateOnly? From, DateOnly? To, string? Note,
    IReadOnlyList<FixtureAnswer> Fixtures);

/// <summary>A match with its newest forecast.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Division">Division code.</param>
/// <param name="League">Its country and name.</param>
/// <param name="Date">The day.</param>
/// <param name="KickOff">UK time, where known.</param>
/// <param name="Home">The home team.</param>
/// <param name="Away">The away team.</param>
/// <param name="HomeWin">A home win.</param>
/// <param name="Draw">A draw.</param>
/// <param name="AwayWin">An away win.</param>
/// <param name="ModelId">The model that forecast.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="FeatureSetVersion">In which the features came.</param>
/// <param name="OddsVersion">In which the odds came.</param>
/// <param name="AsOf">The clock of the run that forecast.</param>
/// <param name="MadeAt">UTC.</param>
public sealed record FixtureAnswer(
    long MatchId, string Division, string League, DateOnly Date, TimeOnly? KickOff, string Home, string Away, OutcomeAnswer HomeWin, OutcomeAnswer Draw,
    OutcomeAnswer AwayWin, string ModelId, string Kind, int FeatureSetVersion, int OddsVersion, DateOnly AsOf, DateTime MadeAt)
{
    /// <summary>The answer for a row.</summary>
    public static FixtureAnswer Of(FixtureRow row) => new(
        row.MatchId, row.Division, Forecasting.Division.Find(row.Division) is { } known ? $"{known.Country} {known.Name}" : row.Division, row.Date, row.KickOff,
        row.Home, row.Away, OutcomeAnswer.Of(row.HomeWin, row.MarketHomeWin, row.BestHome, row.BestHomeAt),
        OutcomeAnswer.Of(row.Draw, row.MarketDraw, row.BestDraw, row.BestDrawAt),
        OutcomeAnswer.Of(row.AwayWin, row.MarketAwayWin, row.BestAway, row.BestAwayAt),
        row.ModelId, row.Kind, row.FeatureSetVersion, row.OddsVersion, row.AsOf, row.MadeAt);
}

/// <summary>An outcome of a match.</summary>
/// <param name="Probability">The forecast, 0 to 1.</param>
/// <param name="FairOdds">1 / probability.</param>
/// <param name="Market">The market's probability without its margin; none where there are no odds.</param>
/// <param name="BestPrice">The best decimal odds.</param>
/// <param name="BestPriceAt">The bookmaker that offers them.</param>
/// <param name="Edge">Probability × best price − 1: what a stake of 1 gains on average if the forecast is right.</param>
public sealed record OutcomeAnswer(double Probability, double FairOdds, double? Market, double? BestPrice, string? BestPriceAt, double? Edge)
{
    /// <summary>The answer for a probability and a price.</summary>
    public static OutcomeAnswer Of(double probability, double? market, float? price, string? bookmaker)
    {
        // A float's own decimals: 2.1, not 2.0999999046.
        double? best = price is { } offered ? (double)(decimal)offered : null;
        return new OutcomeAnswer(
            Math.Round(probability, 6), Math.Round(Forecasting.Odds.FairOdds.Of(probability), 3), market is { } fair ? Math.Round(fair, 6) : null, best, bookmaker,
            best is { } decimalOdds ? Math.Round(Forecasting.Odds.Edge.Of(probability, decimalOdds), 4) : null);
    }
}
