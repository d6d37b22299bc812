namespace Soccer.Contracts.Predict.V1;

/// <summary>Command: say why a forecast is what it is, to somebody who waits; answered with <see cref="ForecastExplained"/> or <see cref="ForecastNotExplained"/>, and stored nowhere.</summary>
/// <param name="RequestId">The request's id; its answer carries it.</param>
/// <param name="MatchId">The match.</param>
/// <param name="ModelId">The model that forecast.</param>
/// <param name="Kind">The kind that forecast; the one that knows most of the match where there is none.</param>
/// <param name="FeatureSetVersion">In which the features came.</param>
public sealed record ExplainForecast(Guid RequestId, long MatchId, string ModelId, string? Kind, int FeatureSetVersion)
{
    /// <summary>The one queue that takes this command. What nobody has taken while its sender waits is dropped.</summary>
    public const string Queue = "explain-forecast-request";
}
