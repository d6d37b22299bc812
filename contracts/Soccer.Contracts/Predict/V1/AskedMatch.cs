namespace Soccer.Contracts.Predict.V1;

/// <summary>A match that somebody wants forecast: two known teams, played or not, on any day of the coming year.</summary>
/// <param name="Home">The home team's name.</param>
/// <param name="Away">The away team's name.</param>
/// <param name="Division">Division code, E0; the teams' own where there is none.</param>
/// <param name="Date">The day of the match; the day after the last one whose results are known where there is none.</param>
/// <param name="Odds">Decimal odds of home win, draw and away win, where the forecast is to hear the market.</param>
/// <param name="HomeId">The home team, where it is known which; it goes before the name.</param>
/// <param name="AwayId">The away team.</param>
public sealed record AskedMatch(
    string Home, string Away, string? Division = null, DateOnly? Date = null, double[]? Odds = null, long? HomeId = null, long? AwayId = null)
{
    /// <summary>The furthest day of a match, in days after the first that can be forecast: team strengths say nothing of a later season.</summary>
    public const int FurthestDays = 365;
}
