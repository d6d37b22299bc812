namespace Soccer.Contracts.Predict.V1;

/// <summary>Command: forecast one match between two known teams, played or not, on any day.</summary>
/// <param name="RequestId">The request's id; its answer carries it.</param>
/// <param name="Division">Division code, E0; the teams' own where there is none.</param>
/// <param name="Home">The home team's name.</param>
/// <param name="Away">The away team's name.</param>
/// <param name="Date">The day of the match; the newest run's day after where there is none.</param>
/// <param name="RequestedAt">UTC.</param>
/// <param name="Odds">Decimal odds of home win, draw and away win, where the forecast is to hear the market.</param>
public sealed record PredictMatch(Guid RequestId, string? Division, string Home, string Away, DateOnly? Date, DateTime RequestedAt, double[]? Odds = null)
{
    /// <summary>The one queue that takes this command.</summary>
    public const string Queue = "predict-match";
}
