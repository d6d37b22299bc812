using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Api.Fixtures;
using Soccer.Api.Ledger;
using Soccer.Api.OpenApi;
using Soccer.Api.Predictions;
using Soccer.Api.Problems;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Models;
using Soccer.Hosting.Bus;

namespace Soccer.Api.Explanations;

/// <summary>Asks Predict why a match's newest forecast is what it is.</summary>
static class ExplanationEndpoints
{
    public static void MapExplanations(this WebApplication app) => app.MapGet("/v1/fixtures/{id}/explanation", Explain).WithTags("Forecasts").TakesMatch("The match's id: matchId in the list.")
        .TakesOneOf("kind", ModelKinds.All, "Whose forecast to explain; that of the kind that knows most of the match where it is left out.")
        .WithSummary("Explain a match's forecast")
        .WithDescription($"What each family of features adds to each outcome, in natural log-odds, with the three features of it that add most. kind: one of {string.Join(", ", ModelKinds.All)}; "
            + "the one that knows most of the match where it is left out. Answered by Predict in the request; 503 with Retry-After where it does not answer in 5 seconds.")
        .Produces<ExplanationAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    static async Task<IResult> Explain(
        string id, string? kind, HttpContext http, IScopedClientFactory clients, IOptions<PredictionOptions> options, CancellationToken cancellation)
    {
        var matchId = MatchId.Read(id);
        Input.OneOf("kind", kind, ModelKinds.All);
        if (await Match(matchId, http) is not { } match)
            return NoForecast(matchId);
        if (kind is not null && match.Kinds.All(known => known.Kind != kind))
            return NotFound($"the newest forecast of match {matchId} has no {kind}; it has {string.Join(", ", match.Kinds.Select(known => known.Kind))}");
        var (explanation, reason) = await Ask(match, kind ?? match.Kind, clients, options, cancellation);
        return explanation is null ? NotFound(reason) : Results.Ok(explanation);
    }

    /// <summary>A match as it is told without, and its explanation. It has no ETag.</summary>
    public static async Task<IResult> TellExplained(long id, HttpContext http)
    {
        var (services, cancellation) = (http.RequestServices, http.RequestAborted);
        if (await Match(id, http) is not { } match)
            return NoForecast(id);
        var (explanation, reason) = await Ask(
            match, match.Kind, services.GetRequiredService<IScopedClientFactory>(), services.GetRequiredService<IOptions<PredictionOptions>>(), cancellation);
        return explanation is null ? NotFound(reason) : Results.Ok(match with { Explanation = explanation, HasKickedOff = null });
    }

    /// <summary>A match with its newest forecast, and whether it has kicked off; or none.</summary>
    static async Task<FixtureDetail?> Match(long id, HttpContext http)
    {
        var (services, cancellation) = (http.RequestServices, http.RequestAborted);
        var board = services.GetRequiredService<Board>();
        var state = await board.Now().WaitAsync(cancellation);
        if (state.Newest is null || await board.Answer(state, id, cancellation) is not { } answer)
            return null;
        var json = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var match = JsonSerializer.Deserialize<FixtureDetail>(answer.Json.Span, json)!;
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancellation);
        var newest = await EventSql.NewestRefresh(connection, cancellation) ?? state.Newest;
        var clock = await FixtureClock.Of(connection, newest.Run, services.GetRequiredService<TimeProvider>(), cancellation);
        return match with { HasKickedOff = clock.HasKickedOff(match) };
    }

    /// <summary>What Predict says of a forecast: why it is so, or why that can't be told.</summary>
    static async Task<(ExplanationAnswer? Explanation, string? Reason)> Ask(
        FixtureDetail match, string kind, IScopedClientFactory clients, IOptions<PredictionOptions> options, CancellationToken cancellation)
    {
        var question = new ExplainForecast(NewId.NextSequentialGuid(), match.MatchId, match.ModelId, kind, match.FeatureSetVersion);
        var answer = await clients.Ask<ExplainForecast, ForecastExplained, ForecastNotExplained>(
            ExplainForecast.Queue, question, TimeSpan.FromSeconds(options.Value.NowSeconds), cancellation);
        if (answer.Is(out Response<ForecastExplained>? told))
            return (ExplanationAnswer.Of(match, told.Message), null);
        return answer.Is(out Response<ForecastNotExplained>? refused)
            ? (null, $"the forecast of match {match.MatchId} can't be explained: {refused.Message.Reason}")
            : throw new InvalidOperationException($"{answer.Message.GetType().Name} is no answer to a question for an explanation");
    }

    static IResult NoForecast(long id) => NotFound($"there is no forecast of a match {id}; GET /v1/fixtures lists those that have one");

    static IResult NotFound(string? detail) => Results.Problem(detail, statusCode: StatusCodes.Status404NotFound);
}
