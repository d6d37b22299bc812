using Soccer.Contracts.Predict.V1;
using Soccer.Tables.Predict;

namespace Soccer.Predict.OneMatch;

/// <summary>A request for forecasts.</summary>
/// <param name="RequestId">Its id.</param>
/// <param name="Matches">The matches, in the order of the answers.</param>
/// <param name="Deadline">UTC; none where any time will do.</param>
/// <param name="Explain">Whether the forecasts are to be explained.</param>
/// <param name="Owner">The key that asked, if it is known.</param>
public sealed record Question(
    Guid RequestId, IReadOnlyList<AskedMatch> Matches, DateTime? Deadline, bool Explain = false, string? Owner = null)
{
    public static Question Of(PredictMatch e) =>
        new(e.RequestId, [new(e.Home, e.Away, e.Division, e.Date, e.Odds, e.HomeId, e.AwayId)], e.Deadline, Owner: e.Owner);

    public static Question Of(PredictMatches e) => new(e.RequestId, e.Matches, e.Deadline, e.Explain, e.Owner);

    public static Question Of(PredictMatchNow e) => new(e.RequestId, [e.Match], null, e.Explain);
}

/// <summary>The answer to a request: of one model and one feature set.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="At">UTC.</param>
/// <param name="ModelId">The champion that forecast; none where nothing was forecast.</param>
/// <param name="FeatureSetVersion">The feature set whose team state was used.</param>
/// <param name="DatasetVersion">The dataset that it was built of.</param>
/// <param name="Matches">An answer a match.</param>
/// <param name="Rows">The features of each match that was forecast, where the forecasts are to be explained.</param>
/// <param name="Owner">The key that asked, if it is known.</param>
public sealed record Reply(
    Guid RequestId, DateTime At, string? ModelId, int? FeatureSetVersion, int? DatasetVersion, IReadOnlyList<MatchAnswer> Matches,
    IReadOnlyList<float[]?>? Rows = null, string? Owner = null)
{
    /// <summary>Whether a model was asked, and could not forecast every match.</summary>
    public bool IsRefused => ModelId is not null && Matches.Any(match => match.Refusal is not null);
}
