namespace Soccer.Contracts.Predict.V1;

/// <summary>Event: requests have their answers, in the table predict.answer. It may be lost: the answers stand.</summary>
/// <param name="RequestIds">The requests, a batch of the queue.</param>
/// <param name="At">UTC.</param>
public sealed record PredictionsAnswered(Guid[] RequestIds, DateTime At);
