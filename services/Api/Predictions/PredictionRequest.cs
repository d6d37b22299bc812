namespace Soccer.Api.Predictions;

/// <summary>A match to forecast.</summary>
/// <param name="Home">The home team's name, such as Arsenal.</param>
/// <param name="Away">The away team's name, such as Chelsea.</param>
/// <param name="Division">Division code such as E0; the teams' own where it is left out.</param>
/// <param name="Date">The day of the match; the day after the newest run's clock where it is left out.</param>
/// <param name="Odds">Decimal odds of home win, draw and away win, such as [1.9, 3.6, 4.1]: then the forecast hears them. A forecast without them is independent of the match's price.</param>
public sealed record PredictionRequest(string? Home, string? Away, string? Division = null, DateOnly? Date = null, double[]? Odds = null);
