using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Soccer.Api.Fixtures;
using Soccer.Api.Predictions;
using Soccer.Api.Problems;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Models;
using Soccer.Hosting.Bus;

namespace Soccer.Api.Explanations;

/// <summary>Asks Predict why a match's newest forecast is what it is.</summary>
static class ExplanationEndpoints
{
    static readonly string[] Answers = ["true", "false"];

    public static void MapExplanations(this WebApplication app) => app.MapGet("/v1/fixtures/{id:long}/explanation", Explain).WithTags("Forecasts")
        .WithSummary("Why a match's newest forecast is what it is")
        .WithDescription($"What each family of features adds to each outcome, in natural log-odds, with the three features of it that add most. kind: one of {string.Join(", ", ModelKinds.All)}; "
            + "the one that knows most of the match where it is left out. Answered by Predict in the request; 503 with Retry-After where it does not answer in 5 seconds.")
        .Produces<ExplanationAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Lets an endpoint that tells one match also tell its explanation, where explain=true asks for it. Without that nothing changes.</summary>
    public static RouteHandlerBuilder WithExplanation(this RouteHandlerBuilder endpoint) => endpoint
        .AddEndpointFilter(async (context, next) =>
            Input.OneOf("explain", context.HttpContext.Request.Query["explain"], Answers) == "true" ? await TellExplained(context.HttpContext) : await next(context))
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "explain",
                In = ParameterLocation.Query,
                Description = "true adds the member explanation: the answer of /v1/fixtures/{id}/explanation. Such an answer has no ETag.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean },
            });
            return Task.CompletedTask;
        })
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    static async Task<IResult> Explain(long id, string? kind, Board board, IOptions<JsonOptions> json, IScopedClientFactory clients, IOptions<PredictionOptions> options, CancellationToken cancellation)
    {
        Input.OneOf("kind", kind, ModelKinds.All);
        if (await Match(id, board, json.Value.SerializerOptions, cancellation) is not { } match)
            return NoForecast(id);
        if (kind is not null && match.Kinds.All(known => known.Kind != kind))
            return NotFound($"the newest forecast of match {id} has no {kind}; it has {string.Join(", ", match.Kinds.Select(known => known.Kind))}");
        var (explanation, reason) = await Ask(match, kind ?? match.Kind, clients, options, cancellation);
        return explanation is null ? NotFound(reason) : Results.Ok(explanation);
    }

    static async Task<IResult> TellExplained(HttpContext http)
    {
        var (services, cancellation) = (http.RequestServices, http.RequestAborted);
        var id = long.Parse((string)http.GetRouteValue("id")!, CultureInfo.InvariantCulture);
        var json = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        if (await Match(id, services.GetRequiredService<Board>(), json, cancellation) is not { } match)
            return NoForecast(id);
        var (explanation, reason) = await Ask(
            match, match.Kind, services.GetRequiredService<IScopedClientFactory>(), services.GetRequiredService<IOptions<PredictionOptions>>(), cancellation);
        if (explanation is null)
            return NotFound(reason);

        var answer = JsonSerializer.SerializeToNode(match, json)!.AsObject();
        answer["explanation"] = JsonSerializer.SerializeToNode(explanation, json);
        return Results.Ok<JsonNode>(answer);
    }

    /// <summary>A match with its newest forecast as it is told, or none.</summary>
    static async Task<FixtureDetail?> Match(long id, Board board, JsonSerializerOptions json, CancellationToken cancellation)
    {
        var state = await board.Now().WaitAsync(cancellation);
        return state.Newest is not null && await board.Answer(state, id, cancellation) is { } answer ? JsonSerializer.Deserialize<FixtureDetail>(answer.Json.Span, json) : null;
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
