namespace Soccer.Contracts.Predict.V1;

/// <summary>Command: forecast many matches with one model, and answer them together.</summary>
/// <param name="RequestId">The request's id; its answer is stored under it.</param>
/// <param name="Matches">1 to 1,000 matches.</param>
/// <param name="RequestedAt">UTC.</param>
/// <param name="Deadline">UTC; after it the request is answered as expired. None where any time will do.</param>
/// <param name="Explain">Whether the answer is to say why the forecasts are what they are; then of <see cref="MostExplained"/> matches at most, since an explanation takes milliseconds.</param>
/// <param name="Owner">The id of the key that asked: who may read the answer. None in commands from before; then only the operator
/// may.</param>
public sealed record PredictMatches(
    Guid RequestId, AskedMatch[] Matches, DateTime RequestedAt, DateTime? Deadline = null, bool Explain = false, string? Owner = null)
{
    /// <summary>The one queue that takes this command.</summary>
    public const string Queue = "predict-matches";

    /// <summary>Matches of a request at most.</summary>
    public const int Most = 1000;

    /// <summary>Matches of a request whose forecasts are explained, at most.</summary>
    public const int MostExplained = 50;
}
