namespace Soccer.Contracts.Predict.V1;

/// <summary>Event: a match of <see cref="PredictMatchNow"/> could not be forecast, and why.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Field">The field that is wrong: home, away, division, date, odds; explain where the forecast can't be explained; empty where the request is not to blame.</param>
/// <param name="Reason">What is wrong with it, in words.</param>
/// <param name="Suggestions">For a team: the nearest known names.</param>
/// <param name="At">UTC.</param>
public sealed record MatchNotPredicted(Guid RequestId, string Field, string Reason, string[] Suggestions, DateTime At);
