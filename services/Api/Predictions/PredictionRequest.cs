namespace Soccer.Api.Predictions;

/// <summary>A match to forecast.</summary>
/// <param name="Home">The home team's name, such as Arsenal.</param>
/// <param name="Away">The away team's name, such as Chelsea.</param>
/// <param name="Division">Division code such as E0; the teams' own where it is left out.</param>
/// <param name="Date">The day of the match; the day after the newest run's clock where it is left out.</param>
public sealed record PredictionRequest(string? Home, string? Away, string? Division = null, DateOnly? Date = null);
