using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Api.Access;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Predictions;

/// <summary>Asks Predict for forecasts of any known teams, and tells its answers.</summary>
static class PredictionEndpoints
{
    const string RetryAfterSeconds = "1", RetryAfter = "Seconds after which to look for the answer; while it is pending.";

    static readonly (string Name, string Description) ContentLocation = ("Content-Location", "Where the answer is told; with Prefer: wait."),
        Applied = ("Preference-Applied", "What of Prefer was done: wait with its seconds, return=minimal; with Prefer: wait.");

    public static void MapPredictions(this WebApplication app)
    {
        var predictions = app.MapGroup("/v1/predictions").WithTags("Forecasts").Needs(Scope.Predict);
        predictions.MapPost("/", Ask).TakesManyMatches()
            .TakesFlag("explain", $"true adds the member explanation to each forecast: what each family of features adds to each outcome. {PredictMatches.MostExplained} matches at most.")
            .TakesHeader(IdempotencyKey.Header, "Under the same key a request is the same, however often it is sent: 1 to 255 printable ASCII characters without spaces, such as a UUID.", IdempotencyKey.Pattern, IdempotencyKey.Most)
            .TakesHeader("Prefer", "wait=5 waits up to 5 seconds for the answer; return=minimal leaves the forecasts out of it (RFC 7240).")
            .WithSummary("Request forecasts of up to 1,000 matches")
            .WithDescription("202 means that the broker has the request on disk; the answer will be at its Location. The two teams of a match must play in one country. A match without date is taken to be on the day after the last one whose results are known, and one without odds hears none, "
                + "though the source lists some: the forecast of a listed match is told under /v1/fixtures/{id}. Prefer: wait=5 waits up to 5 seconds for it, and answers 200 where it came; with return=minimal that says so without the forecasts. "
                + "Sent again with the same Idempotency-Key it is the same request, and the body says how that one stands now: 202 as for the first, or 200 with Prefer: wait; 410 as its address answers. "
                + "422 if the key came with another request.")
            .TellsHeader(StatusCodes.Status202Accepted, "Retry-After", RetryAfter)
            .TellsHeader(StatusCodes.Status200OK, ContentLocation.Name, ContentLocation.Description).TellsHeader(StatusCodes.Status202Accepted, ContentLocation.Name, ContentLocation.Description)
            .TellsHeader(StatusCodes.Status200OK, Applied.Name, Applied.Description).TellsHeader(StatusCodes.Status202Accepted, Applied.Name, Applied.Description)
            .Produces<PredictionAnswer>(StatusCodes.Status202Accepted).Produces<PredictionAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status410Gone).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        predictions.MapGet("/{id}", Find).TakesId("The prediction's id, out of the Location of the answer to the POST.")
            .WithSummary("Get requested forecasts")
            .WithDescription("Only the key that asked and admin keys can read them; any other key gets 404. "
                + "While they are pending, Retry-After says when to ask again. "
                + "410: the deadline has passed without an answer, or the answer was kept for long enough.")
            .TellsHeader(StatusCodes.Status200OK, "Retry-After", RetryAfter)
            .Produces<PredictionAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        app.MapPredictNow();
    }

    static async Task<IResult> Ask(
        PredictionRequest sent, string? explain, PredictionDesk desk, KnownReader known, AnswerBell bell, NpgsqlDataSource database, IOptions<PredictionOptions> options, TimeProvider time,
        HttpContext http, CancellationToken cancellation)
    {
        var request = sent with { Explain = Input.Flag("explain", explain) };
        var (keyId, idempotencyKey) = (Caller.Of(http)!.KeyId, IdempotencyKey.Of(http.Request));
        var wait = bell.Waiting < options.Value.MostWaiting ? Preference.Wait(http.Request, options.Value.MostWaitSeconds) : 0;
        var id = NewId.NextSequentialGuid();
        using var ring = wait > 0 ? bell.Listen(id) : default;
        // What was accepted is not judged again: its day may have passed since.
        var taken = (idempotencyKey is null ? null : await desk.Repeated(request, keyId, idempotencyKey, cancellation))
            ?? await desk.Take(id, request, MatchReader.Read(request, await known.Now(cancellation)), keyId, idempotencyKey, cancellation);
        var link = PredictionAnswer.LinkTo(taken.Id);
        var isMinimal = wait > 0 && Preference.IsMinimal(http.Request);
        if (wait > 0)
        {
            http.Response.Headers["Preference-Applied"] = isMinimal ? $"wait={wait}, return=minimal" : $"wait={wait}";
            http.Response.Headers.ContentLocation = link;
        }
        // The request that came before under the key may have been answered, or be too late for an answer.
        var settled = taken.Id == id ? null : await PredictionWait.Settled(taken.Id, database, time, cancellation);
        if (settled is null && wait > 0)
            settled = await PredictionWait.For(taken.Id, ring, TimeSpan.FromSeconds(wait), database, time, cancellation)
                ?? (taken.Deadline < time.GetUtcNow().UtcDateTime ? await PredictionWait.Settled(taken.Id, database, time, cancellation) : null);
        if (settled is not { } row)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Results.Accepted(link, PredictionAnswer.Pending(taken.Id, taken.RequestedAt, taken.Deadline));
        }
        var result = isMinimal && PredictionAnswer.IsDone(row)
            ? Results.Ok(PredictionAnswer.Of(row) with { Forecast = null, Matches = null })
            : await Answer(row, http, database, time, cancellation);
        // A caller who does not wait gets 202 and the address, as for the first request.
        return wait == 0 && result is Ok<PredictionAnswer> answered ? Results.Accepted(link, answered.Value) : result;
    }

    static async Task<IResult> Find(
        string id, NpgsqlDataSource database, TimeProvider time, HttpContext http, CancellationToken cancellation)
    {
        var (range, caller) = (IdRange.Read(id), Caller.Of(http)!);
        PredictionRow? found;
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        {
            found = await range.Find("predictions", ids => PredictionSql.Ids(connection, ids, caller, cancellation)) is { } requestId
                ? await PredictionSql.Find(connection, requestId, cancellation)
                : null;
        }
        return found is { } row && caller.MayRead(row.Owner)
            ? await Answer(row, http, database, time, cancellation)
            : ProblemTypes.NotFound.Answer(
                $"there is no prediction {range}, or the database was away when it was asked for and its answer is still to come; "
                + "ask for one with POST /v1/predictions");
    }

    static async Task<IResult> Answer(
        PredictionRow row, HttpContext http, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        var answer = PredictionAnswer.Of(row);
        var now = time.GetUtcNow().UtcDateTime;
        if (answer.HasExpired(row.Deadline, now))
        {
            // Nothing was waited for that is at any address.
            foreach (var name in (ReadOnlySpan<string>)[ContentLocation.Name, Applied.Name])
                http.Response.Headers.Remove(name);
            await using var connection = await database.OpenConnectionAsync(cancellation);
            var kept = answer.Status == PredictionStatus.Pending ? await PredictionSql.AnswerDays(connection, cancellation) : null;
            return kept is { } days && row.RequestedAt < now.AddDays(-days)
                ? ProblemTypes.Expired.Answer(
                    $"answers are kept for {days} {(days == 1 ? "day" : "days")}, and this request is from {row.RequestedAt:yyyy-MM-dd HH:mm:ss} UTC: ask again")
                : ProblemTypes.DeadlinePassed.Answer(
                    answer.MissedDeadline?.Reason ?? $"the request was to be answered by {row.Deadline:yyyy-MM-dd HH:mm:ss.fff} UTC, and there is no answer: ask again");
        }
        if (answer.Status == PredictionStatus.Pending)
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Results.Ok(answer);
    }
}
