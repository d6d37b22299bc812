namespace Soccer.Contracts.Predict.V1;

/// <summary>Event: the answer to <see cref="ExplainForecast"/>. Base and families sum to the margins; exp of those, divided by their sum, are the probabilities.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="MatchId">The match.</param>
/// <param name="ModelId">The model.</param>
/// <param name="Kind">The kind that is explained.</param>
/// <param name="FeatureSetVersion">In which the features came.</param>
/// <param name="Base">The margins of home win, draw and away win where nothing is known of a match: natural log-odds that sum to 0.</param>
/// <param name="Families">What families of features add, the largest first.</param>
/// <param name="Features">The features that add most of each family, three at most, the largest first.</param>
/// <param name="Margins">The margins of the forecast, in the order and unit of <paramref name="Base"/>.</param>
/// <param name="At">UTC.</param>
public sealed record ForecastExplained(
    Guid RequestId, long MatchId, string ModelId, string Kind, int FeatureSetVersion, double[] Base, FamilyEffect[] Families, FeatureEffect[] Features, double[] Margins, DateTime At);
