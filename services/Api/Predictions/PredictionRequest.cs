using System.ComponentModel;

namespace Soccer.Api.Predictions;

/// <summary>A match to forecast.</summary>
/// <param name="Home">The home team's name.</param>
/// <param name="Away">The away team's name.</param>
/// <param name="Division">Division code; the teams' own where it is left out.</param>
/// <param name="Date">The day of the match; the day after the newest run's clock where it is left out.</param>
public sealed record PredictionRequest(
    [property: Description("The home team's name, such as Arsenal.")] string? Home,
    [property: Description("The away team's name, such as Chelsea.")] string? Away,
    [property: Description("Division code such as E0; the teams' own where it is left out.")] string? Division = null,
    [property: Description("The day of the match, such as 2025-02-08; the day after the newest run's clock where it is left out.")] DateOnly? Date = null);
