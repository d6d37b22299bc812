using System.Text.Json.Serialization;
using Soccer.Api.Explanations;
using Soccer.Api.Fixtures;
using Soccer.Api.Goals;
using Soccer.Forecasting;
using Soccer.Forecasting.Models;
using Soccer.Tables.Predict;
using Soccer.Tables.Promote;

namespace Soccer.Api.Predictions;

/// <summary>How a request for forecasts stands.</summary>
public enum PredictionStatus
{
    /// <summary>Predict has not answered yet; ask again after the seconds in Retry-After.</summary>
    Pending,

    /// <summary>The answer is there: of a list, each match has its forecast or its problem.</summary>
    Done,

    /// <summary>It could not be made.</summary>
    Failed,
}

/// <summary>A request for forecasts and its answer.</summary>
/// <param name="Id">The request.</param>
/// <param name="Status">How it stands.</param>
/// <param name="RequestedAt">UTC; none where only the answer is known.</param>
/// <param name="AnsweredAt">UTC; null while pending.</param>
/// <param name="Forecast">The forecast of one match; when done, and not left out by return=minimal.</param>
/// <param name="Problem">Why there is none; when failed.</param>
/// <param name="Matches">The answers of a list, in its order; when done, and not left out by return=minimal.</param>
/// <param name="Link">Where this answer is.</param>
/// <param name="Deadline">UTC: when it was to be answered; null where only the answer is known.</param>
public sealed record PredictionAnswer(
    Guid Id, PredictionStatus Status, DateTime? RequestedAt, DateTime? AnsweredAt, ForecastAnswer? Forecast, PredictionProblem? Problem,
    IReadOnlyList<MatchResult>? Matches, string Link, DateTime? Deadline)
{
    /// <summary>The request: id by the name that it has from v2 on.</summary>
    public Guid PredictionId => Id;

    /// <summary>UTC: when it was to be answered; null where only the answer is known.</summary>
    public DateTime? DeadlineAt => Deadline;

    /// <summary>Where the answer to a request is.</summary>
    internal static string LinkTo(Guid id) => $"/v1/predictions/{id}";

    /// <summary>Whether nobody will answer any more, or it was answered that its deadline had passed.</summary>
    internal bool HasExpired(DateTime? deadline, DateTime now) => Status switch
    {
        PredictionStatus.Pending => deadline < now,
        _ => MissedDeadline is not null,
    };

    /// <summary>What Predict says of a deadline that had passed when the request's turn came; else none.</summary>
    internal PredictionProblem? MissedDeadline => (Matches is [var first, ..] ? first.Problem : Problem) is { Field: Refusal.Deadline } missed ? missed : null;

    /// <summary>Whether the request has forecasts, and be it for one of its matches.</summary>
    internal static bool IsDone(PredictionRow row) => row.ModelId is not null && MatchAnswer.Read(row.Matches!).Any(answer => answer.Forecast is not null);

    /// <summary>The answer to a request that the broker has, and Predict has not answered.</summary>
    internal static PredictionAnswer Pending(Guid id, DateTime? requestedAt, DateTime? deadline) =>
        new(id, PredictionStatus.Pending, requestedAt, null, null, null, null, LinkTo(id), deadline);

    /// <summary>The answer for a row.</summary>
    internal static PredictionAnswer Of(PredictionRow row)
    {
        var pending = Pending(row.RequestId, row.RequestedAt, row.Deadline);
        if (row.Matches is null)
            return row.Failure is null ? pending : pending with { Status = PredictionStatus.Failed, Problem = new("", row.Failure, []) };
        var results = MatchAnswer.Read(row.Matches).Select(answer => MatchResult.Of(answer, row.ModelId, row.FeatureSetVersion, row.DatasetVersion)).ToList();
        var done = pending with { Status = PredictionStatus.Done, AnsweredAt = row.AnsweredAt };
        // A list of one that nobody wrote down is told as one match.
        return (row.IsList ?? results.Count > 1)
            ? done with { Matches = results }
            : done with { Status = results[0].Problem is null ? PredictionStatus.Done : PredictionStatus.Failed, Forecast = results[0].Forecast, Problem = results[0].Problem };
    }
}

/// <summary>The answer for one match of a list.</summary>
/// <param name="Forecast">The forecast, or none.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record MatchResult(ForecastAnswer? Forecast, PredictionProblem? Problem)
{
    internal static MatchResult Of(MatchAnswer answer, string? modelId, int? featureSetVersion, int? datasetVersion) => new(
        answer.Forecast is { } forecast ? ForecastAnswer.Of(forecast, modelId!, featureSetVersion!.Value, datasetVersion) : null,
        answer.Refusal is { } refusal ? new(refusal.Field, refusal.Reason, refusal.Suggestions) : null);
}

/// <summary>A forecast of one match.</summary>
/// <param name="Division">Division code.</param>
/// <param name="Home">The home team, by its canonical name.</param>
/// <param name="Away">The away team, by its canonical name.</param>
/// <param name="HomeId">The home team's id.</param>
/// <param name="AwayId">The away team's id.</param>
/// <param name="Date">The day of the match in the United Kingdom that it was forecast for.</param>
/// <param name="HomeWin">Probability of a home win, 0 to 1.</param>
/// <param name="Draw">Probability of a draw.</param>
/// <param name="AwayWin">Probability of an away win.</param>
/// <param name="FairOdds">1 / probability: home win, draw, away win.</param>
/// <param name="ModelId">The champion that forecast.</param>
/// <param name="Kind">The kind that forecast: the one that knows most of this match; null in answers from before there were kinds.</param>
/// <param name="FeatureSetVersion">The feature-set version whose team state was used.</param>
/// <param name="DatasetVersion">The dataset version that it was built of.</param>
/// <param name="Alias">champion: what was asked. In the seconds while a newer champion is loaded, the one before still answers as such.</param>
/// <param name="Goals">What it says of goals; none where nothing is known of the teams or their division.</param>
/// <param name="EdgeKind">The kind whose probabilities the edge is of: market-aware, which starts from the given odds; where odds were
/// given, and the model has such a kind.</param>
/// <param name="Market">What the given odds imply, and what the forecast makes of them; where odds were given.</param>
/// <param name="Explanation">Why the forecast is what it is; where that was asked for.</param>
public sealed record ForecastAnswer(
    string Division, string Home, string Away, long? HomeId, long? AwayId, DateOnly Date, double HomeWin, double Draw, double AwayWin, double[] FairOdds, string ModelId,
    string? Kind, int FeatureSetVersion, int? DatasetVersion, string Alias, GoalsAnswer? Goals,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EdgeKind = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MarketAnswer? Market = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WhyAnswer? Explanation = null)
{
    /// <summary>The forecast in one: the same three probabilities, rounded.</summary>
    public ProbabilitiesAnswer Probabilities => ProbabilitiesAnswer.Of(HomeWin, Draw, AwayWin);

    internal static ForecastAnswer Of(MatchForecast forecast, string modelId, int featureSetVersion, int? datasetVersion) => new(
        forecast.Division, forecast.Home, forecast.Away, forecast.HomeId, forecast.AwayId, forecast.Date, forecast.HomeWin, forecast.Draw, forecast.AwayWin,
        [Fair(forecast.HomeWin), Fair(forecast.Draw), Fair(forecast.AwayWin)], modelId, forecast.Kind is "" ? null : forecast.Kind, featureSetVersion, datasetVersion, Aliases.Champion,
        GoalsAnswer.Of(new(forecast.HomeWin, forecast.Draw, forecast.AwayWin), forecast.HomeGoals, forecast.AwayGoals),
        forecast.Odds is not null && forecast.Kind == ModelKinds.MarketAware ? forecast.Kind : null,
        forecast.Odds is [var home, var draw, var away]
            ? MarketAnswer.OfGiven(new(home, draw, away), forecast.Kind == ModelKinds.MarketAware ? new(forecast.HomeWin, forecast.Draw, forecast.AwayWin) : null)
            : null,
        forecast.Why is { } why ? WhyAnswer.Of(why) : null);

    static double Fair(double probability) => Math.Round(Forecasting.Odds.FairOdds.Of(probability), 3);
}

/// <summary>Why there is no forecast.</summary>
/// <param name="Field">The field that is wrong: home, away, division, date, odds, explain; empty where the request is not to blame.</param>
/// <param name="Reason">What is wrong, in words.</param>
/// <param name="Suggestions">For a team: the nearest known names.</param>
public sealed record PredictionProblem(string Field, string Reason, IReadOnlyList<string> Suggestions);
