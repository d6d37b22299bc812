namespace Soccer.Contracts.Predict.V1;

/// <summary>Command: forecast one match for somebody who waits; answered with <see cref="MatchPredicted"/> or <see cref="MatchNotPredicted"/>, and stored nowhere.</summary>
/// <param name="RequestId">The request's id; its answer carries it.</param>
/// <param name="Match">The match.</param>
/// <param name="RequestedAt">UTC.</param>
/// <param name="Explain">Whether the answer is to say why the forecast is what it is.</param>
public sealed record PredictMatchNow(Guid RequestId, AskedMatch Match, DateTime RequestedAt, bool Explain = false)
{
    /// <summary>The one queue that takes this command. What nobody has taken while its sender waits is dropped.</summary>
    public const string Queue = "predict-match-request";
}
