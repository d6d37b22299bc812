using System.ComponentModel.DataAnnotations;
using Soccer.Api.OpenApi;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting;

namespace Soccer.Api.Predictions;

/// <summary>A match to forecast.</summary>
/// <param name="Home">The home team's name, such as Arsenal; or give homeId.</param>
/// <param name="Away">The away team's name, such as Chelsea; or give awayId.</param>
/// <param name="Division">Division code such as E0; the teams' own where it is left out.</param>
/// <param name="Date">The day of the match in the United Kingdom; the day after the last one whose results are known where it is left
/// out.</param>
/// <param name="Odds">Decimal odds of home win, draw and away win, such as [1.9, 3.6, 4.1]: then the forecast hears them. A forecast
/// without them is independent of the match's price.</param>
/// <param name="HomeId">The home team's id, as forecasts tell it.</param>
/// <param name="AwayId">The away team's id.</param>
public sealed record MatchRequest(
    [property: StringLength(MatchRequest.MaxName, MinimumLength = 1)] string? Home = null,
    [property: StringLength(MatchRequest.MaxName, MinimumLength = 1)] string? Away = null, string? Division = null, DateOnly? Date = null,
    [property: Length(3, 3), Each(1, Prices.MostPrice)] double[]? Odds = null, long? HomeId = null, long? AwayId = null)
{
    internal const int MaxName = 100;
}

/// <summary>One match to forecast, or up to 1,000 under matches.</summary>
/// <param name="Home">The home team's name, such as Arsenal; or give homeId.</param>
/// <param name="Away">The away team's name, such as Chelsea; or give awayId.</param>
/// <param name="Division">Division code such as E0; the teams' own where it is left out.</param>
/// <param name="Date">The day of the match in the United Kingdom; the day after the last one whose results are known where it is left
/// out.</param>
/// <param name="Odds">Decimal odds of home win, draw and away win; a forecast without them is independent of the match's price.</param>
/// <param name="HomeId">The home team's id, instead of its name.</param>
/// <param name="AwayId">The away team's id, instead of its name.</param>
/// <param name="Matches">1 to 1,000 matches, all forecast by the same model; instead of the members of one.</param>
/// <param name="WithinSeconds">The answer's deadline, in seconds from now; an hour where it is left out. Above 0, and a day at most. After
/// it, without an answer: 410 deadline-passed.</param>
public sealed record PredictionRequest(
    [property: StringLength(MatchRequest.MaxName, MinimumLength = 1)] string? Home = null,
    [property: StringLength(MatchRequest.MaxName, MinimumLength = 1)] string? Away = null, string? Division = null, DateOnly? Date = null,
    [property: Length(3, 3), Each(1, Prices.MostPrice)] double[]? Odds = null, long? HomeId = null, long? AwayId = null,
    [property: Length(1, PredictMatches.Most)] MatchRequest[]? Matches = null,
    [property: Range(0, 86_400d, MinimumIsExclusive = true)] double? WithinSeconds = null)
{
    // Not public, else a body could name them, to no effect.

    /// <summary>Whether explain=true stands in the address.</summary>
    internal bool Explain { get; init; }

    /// <summary>The match, where it is one.</summary>
    internal MatchRequest Match => new(Home, Away, Division, Date, Odds, HomeId, AwayId);
}
