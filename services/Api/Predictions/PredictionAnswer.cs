using System.Text.Json;
using Soccer.Api.Goals;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Predictions;

/// <summary>How a request for a forecast stands.</summary>
public enum PredictionStatus
{
    /// <summary>Predict has not answered yet; ask again after the seconds in Retry-After.</summary>
    Pending,

    /// <summary>The forecast is there.</summary>
    Done,

    /// <summary>It could not be made.</summary>
    Failed,
}

/// <summary>What the broker has taken.</summary>
public sealed record PredictionAccepted(Guid Id, PredictionStatus Status, string Link);

/// <summary>A request for a forecast and its answer.</summary>
/// <param name="Id">The request.</param>
/// <param name="Status">How it stands.</param>
/// <param name="RequestedAt">UTC.</param>
/// <param name="Forecast">The forecast; when done.</param>
/// <param name="Problem">Why there is none; when failed.</param>
public sealed record PredictionAnswer(Guid Id, PredictionStatus Status, DateTime RequestedAt, ForecastAnswer? Forecast, PredictionProblem? Problem)
{
    /// <summary>The answer for a row.</summary>
    public static PredictionAnswer Of(PredictionRow row) => row.AnswerType switch
    {
        null => new(row.RequestId, PredictionStatus.Pending, row.RequestedAt, null, null),
        nameof(MatchPredicted) => new(row.RequestId, PredictionStatus.Done, row.RequestedAt, ForecastAnswer.Of(Read<MatchPredicted>(row)), null),
        _ => new(row.RequestId, PredictionStatus.Failed, row.RequestedAt, null, PredictionProblem.Of(Read<MatchNotPredicted>(row))),
    };

    static T Read<T>(PredictionRow row) => JsonSerializer.Deserialize<T>(row.Answer!, JsonSerializerOptions.Web)!;
}

/// <summary>A forecast of one match.</summary>
/// <param name="Division">Division code.</param>
/// <param name="Home">The home team, by its canonical name.</param>
/// <param name="Away">The away team, by its canonical name.</param>
/// <param name="Date">The day it was forecast for.</param>
/// <param name="HomeWin">Probability of a home win, 0 to 1.</param>
/// <param name="Draw">Probability of a draw.</param>
/// <param name="AwayWin">Probability of an away win.</param>
/// <param name="FairOdds">1 / probability: home win, draw, away win.</param>
/// <param name="ModelId">The champion that forecast.</param>
/// <param name="Kind">The kind that forecast: the one that knows most of this match.</param>
/// <param name="FeatureSetVersion">The feature-set version whose team state was used.</param>
/// <param name="Goals">What it says of goals; none where nothing is known of the teams or their division.</param>
public sealed record ForecastAnswer(
    string Division, string Home, string Away, DateOnly Date, double HomeWin, double Draw, double AwayWin, double[] FairOdds, string ModelId, string? Kind,
    int FeatureSetVersion, GoalsAnswer? Goals)
{
    public static ForecastAnswer Of(MatchPredicted e) => new(
        e.Division, e.Home, e.Away, e.Date, e.HomeWin, e.Draw, e.AwayWin,
        [Fair(e.HomeWin), Fair(e.Draw), Fair(e.AwayWin)], e.ModelId, e.Kind, e.FeatureSetVersion,
        GoalsAnswer.Of(new(e.HomeWin, e.Draw, e.AwayWin), e.ExpectedHomeGoals, e.ExpectedAwayGoals));

    static double Fair(double probability) => Math.Round(Forecasting.Odds.FairOdds.Of(probability), 3);
}

/// <summary>Why there is no forecast.</summary>
/// <param name="Field">The field that is wrong: home, away, division, date; empty where the request is not to blame.</param>
/// <param name="Reason">What is wrong, in words.</param>
/// <param name="Suggestions">For a team: the nearest known names.</param>
public sealed record PredictionProblem(string Field, string Reason, IReadOnlyList<string> Suggestions)
{
    public static PredictionProblem Of(MatchNotPredicted e) => new(e.Field, e.Reason, e.Suggestions);
}
