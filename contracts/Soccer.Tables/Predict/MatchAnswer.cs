using System.Text.Json;
using System.Text.Json.Serialization;
using Soccer.Forecasting.Models;

namespace Soccer.Tables.Predict;

/// <summary>The answer for one match: a forecast, or why there is none.</summary>
public sealed record MatchAnswer(MatchForecast? Forecast, Refusal? Refusal)
{
    /// <summary>The answers of a request as they are stored.</summary>
    public static string Write(IReadOnlyList<MatchAnswer> answers) => JsonSerializer.Serialize(answers, MatchAnswerJson.Default.IReadOnlyListMatchAnswer);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<MatchAnswer> Read(string text) => JsonSerializer.Deserialize(text, MatchAnswerJson.Default.IReadOnlyListMatchAnswer)!;
}

/// <summary>A forecast of one match.</summary>
/// <param name="Division">Division code.</param>
/// <param name="HomeId">The home team.</param>
/// <param name="Home">Its canonical name.</param>
/// <param name="AwayId">The away team.</param>
/// <param name="Away">Its canonical name.</param>
/// <param name="Date">The day it was forecast for.</param>
/// <param name="HomeWin">Probability of a home win, 0 to 1.</param>
/// <param name="Draw">Probability of a draw.</param>
/// <param name="AwayWin">Probability of an away win.</param>
/// <param name="Kind">The kind that forecast: the one that knows most of this match.</param>
/// <param name="HomeGoals">Expected goals of the home team by the model of goals; none where neither team nor division has scored yet.</param>
/// <param name="AwayGoals">Expected goals of the away team.</param>
/// <param name="Odds">The odds that were asked about: home win, draw, away win.</param>
/// <param name="BlindKind">No longer read: edges are of the forecast itself. Where there are odds, the kind that knows most of this match
/// without having seen them.</param>
/// <param name="Blind">No longer read: its probabilities, in the order of the odds.</param>
/// <param name="Why">Why the forecast is what it is; where that was asked for.</param>
public sealed record MatchForecast(
    string Division, long HomeId, string Home, long AwayId, string Away, DateOnly Date, double HomeWin, double Draw, double AwayWin, string Kind,
    float? HomeGoals, float? AwayGoals, double[]? Odds, string? BlindKind = null, double[]? Blind = null, Explanation? Why = null);

/// <summary>Why a match has no forecast.</summary>
/// <param name="Field">The field that is wrong: home, away, division, date, odds, deadline, explain; empty where the request is not to blame.</param>
/// <param name="Reason">What is wrong with it, and what to do.</param>
/// <param name="Suggestions">For a team: the nearest known names.</param>
public sealed record Refusal(string Field, string Reason, string[] Suggestions)
{
    /// <summary>The field of a request that was not answered in time.</summary>
    public const string Deadline = "deadline";
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<MatchAnswer>))]
sealed partial class MatchAnswerJson : JsonSerializerContext;
