namespace Soccer.Contracts.Predict.V1;

/// <summary>Command: forecast one match between two known teams, played or not, on any day, and store the answer.</summary>
/// <param name="RequestId">The request's id; its answer is stored under it.</param>
/// <param name="Division">Division code, E0; the teams' own where there is none.</param>
/// <param name="Home">The home team's name.</param>
/// <param name="Away">The away team's name.</param>
/// <param name="Date">The day of the match; the day after the last one whose results are known where there is none.</param>
/// <param name="RequestedAt">UTC.</param>
/// <param name="Odds">Decimal odds of home win, draw and away win, where the forecast is to hear the market.</param>
/// <param name="HomeId">The home team, where it is known which; it goes before the name.</param>
/// <param name="AwayId">The away team.</param>
/// <param name="Deadline">UTC; after it the request is answered as expired. None where any time will do.</param>
/// <param name="Owner">The id of the key that asked: who may read the answer. None in commands from before; then only the operator
/// may.</param>
public sealed record PredictMatch(
    Guid RequestId, string? Division, string Home, string Away, DateOnly? Date, DateTime RequestedAt, double[]? Odds = null, long? HomeId = null, long? AwayId = null,
    DateTime? Deadline = null, string? Owner = null)
{
    /// <summary>The one queue that takes this command.</summary>
    public const string Queue = "predict-match";
}
