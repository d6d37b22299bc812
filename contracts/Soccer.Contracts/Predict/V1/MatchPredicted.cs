namespace Soccer.Contracts.Predict.V1;

/// <summary>Event: the answer to <see cref="PredictMatchNow"/>.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Division">Division code.</param>
/// <param name="Home">The home team's canonical name.</param>
/// <param name="Away">The away team's canonical name.</param>
/// <param name="Date">The day it was forecast for.</param>
/// <param name="HomeWin">Probability of a home win, 0 to 1.</param>
/// <param name="Draw">Probability of a draw.</param>
/// <param name="AwayWin">Probability of an away win.</param>
/// <param name="ModelId">The champion that forecast.</param>
/// <param name="FeatureSetVersion">The feature-set version whose team state was used.</param>
/// <param name="At">UTC.</param>
/// <param name="Kind">The kind that forecast: the one that knows most of this match.</param>
/// <param name="ExpectedHomeGoals">Expected goals of the home team by the model of goals among the features; none where neither team nor division has scored yet.</param>
/// <param name="ExpectedAwayGoals">Expected goals of the away team.</param>
/// <param name="DatasetVersion">The dataset that the features were built of.</param>
/// <param name="HomeId">The home team.</param>
/// <param name="AwayId">The away team.</param>
/// <param name="BlindKind">No longer read: edges are of the forecast itself. Where odds were asked about, the kind that knows most of the
/// match without having seen them.</param>
/// <param name="Blind">No longer read: its probabilities of home win, draw and away win.</param>
/// <param name="Base">Why the forecast is what it is, where that was asked for, as in <see cref="ForecastExplained"/>: the margins where nothing is known of a match.</param>
/// <param name="Families">What families of features add, the largest first.</param>
/// <param name="Features">The features that add most of each family.</param>
/// <param name="Margins">The margins of the forecast.</param>
public sealed record MatchPredicted(
    Guid RequestId, string Division, string Home, string Away, DateOnly Date, double HomeWin, double Draw, double AwayWin, string ModelId,
    int FeatureSetVersion, DateTime At, string? Kind = null, double? ExpectedHomeGoals = null, double? ExpectedAwayGoals = null,
    int? DatasetVersion = null, long? HomeId = null, long? AwayId = null, string? BlindKind = null, double[]? Blind = null, double[]? Base = null,
    FamilyEffect[]? Families = null, FeatureEffect[]? Features = null, double[]? Margins = null);
