namespace Soccer.Contracts.Predict.V1;

/// <summary>Event: a forecast could not be explained, and why.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Reason">What is missing, in words.</param>
/// <param name="At">UTC.</param>
public sealed record ForecastNotExplained(Guid RequestId, string Reason, DateTime At);
