using MassTransit;
using Npgsql;
using Soccer.Api.Access;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;
using Soccer.Contracts.Predict.V1;
using Soccer.Hosting.Bus;

namespace Soccer.Api.Predictions;

/// <summary>Asks Predict for a forecast of any two known teams, and tells its answer.</summary>
static class PredictionEndpoints
{
    const int MaxName = 100;
    const string RetryAfterSeconds = "1";

    public static void MapPredictions(this WebApplication app)
    {
        var predictions = app.MapGroup("/v1/predictions").WithTags("Forecasts");
        predictions.MapPost("/", Ask).Needs(Scope.Predict).TakesManyMatches()
            .WithSummary("Forecast one match").WithDescription("202 means that the broker has the request on disk; the forecast will be at its Location.")
            .Produces<PredictionAccepted>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        predictions.MapGet("/{id}", Find).TakesId("The prediction's id, out of the Location of the answer to the POST.")
            .WithSummary("A forecast that was asked for").WithDescription("While it is pending, Retry-After says when to ask again.")
            .Produces<PredictionAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    static async Task<IResult> Ask(
        PredictionRequest request, IBus bus, NpgsqlDataSource database, TimeProvider time, HttpResponse response, ILogger<PredictionRequest> log,
        CancellationToken cancellation)
    {
        var (home, away) = (Team("home", request.Home), Team("away", request.Away));
        if (string.Equals(home, away, StringComparison.OrdinalIgnoreCase))
            throw new InvalidInputException("away", away, $"'{away}' can't meet itself: name two teams");
        var command = new PredictMatch(
            NewId.NextSequentialGuid(), await Divisions.Code("division", request.Division, database, cancellation), home, away, request.Date, time.GetUtcNow().UtcDateTime,
            request.Odds);
        await bus.SendCommand(PredictMatch.Queue, command, command.RequestId, cancellation);
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            await PredictionSql.Request(connection, command, cancellation);
        }
        catch (NpgsqlException error)
        {
            // The broker has the request; its answer will write it down.
            log.LogWarning(error, "request {RequestId} was accepted while it could not be written down", command.RequestId);
        }
        var link = $"/v1/predictions/{command.RequestId}";
        response.Headers.RetryAfter = RetryAfterSeconds;
        return Results.Accepted(link, new PredictionAccepted(command.RequestId, PredictionStatus.Pending, link));
    }

    static async Task<IResult> Find(string id, NpgsqlDataSource database, HttpResponse response, CancellationToken cancellation)
    {
        var requestId = Input.Id("id", id);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await PredictionSql.Find(connection, requestId, cancellation) is not { } row)
            return Results.Problem($"there is no prediction {requestId}; ask for one with POST /v1/predictions", statusCode: 404);
        var answer = PredictionAnswer.Of(row);
        if (answer.Status == PredictionStatus.Pending)
            response.Headers.RetryAfter = RetryAfterSeconds;
        return Results.Ok(answer);
    }

    static string Team(string field, string? name)
    {
        var trimmed = name?.Trim() ?? "";
        return trimmed.Length is > 0 and <= MaxName
            ? trimmed
            : throw new InvalidInputException(field, name, $"{field} must be a team's name of 1 to {MaxName} characters, such as Arsenal");
    }
}
