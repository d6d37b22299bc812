using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using Soccer.Api.Predictions;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Hosting.Bus;

namespace Soccer.Api.Problems;

/// <summary>Turns what went wrong into problem details (RFC 9457).</summary>
sealed class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> log) : IExceptionHandler
{
    const int RetryAfterSeconds = 5;

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (Of(exception) is not { } problem)
            return false;
        context.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            // A client that sends again by itself would start in doubt what was started already.
            if (exception is not CommandNotAcceptedException { IsInDoubt: true })
                context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
            log.LogWarning("{Path} was not answered: {Reason}", context.Request.Path, exception.Message);
        }
        await problems.WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
        return true;
    }

    static ProblemDetails? Of(Exception exception) => exception switch
    {
        InvalidInputException error => Invalid(error.Field, error.Value, error.Message, error.Suggestions),
        BadHttpRequestException { InnerException: JsonException error } => Unreadable(error),
        BadHttpRequestException error => new ProblemDetails { Status = error.StatusCode, Detail = error.Message },
        CommandNotAcceptedException { IsInDoubt: true } error => Doubtful(error),
        CommandNotAcceptedException error => Away($"nothing was started; {error.Message}. Send the request again in a few seconds"),
        IdempotencyConflictException error => new ProblemDetails { Status = StatusCodes.Status422UnprocessableEntity, Detail = error.Message },
        StageAwayException error => Away($"{error.Message}. Send the request again in a few seconds"),
        // Tables are made by their stages at start.
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InsufficientPrivilege } error =>
            Away($"a stage has not made its tables yet: {error.MessageText}. Send the request again in a few seconds"),
        NpgsqlException error => Away($"the database did not answer: {error.Message}. Send the request again in a few seconds"),
        _ => null,
    };

    static ProblemDetails Away(string detail) => new() { Status = StatusCodes.Status503ServiceUnavailable, Detail = detail };

    static ProblemDetails Doubtful(CommandNotAcceptedException error)
    {
        var link = error.Queue switch
        {
            PredictMatch.Queue or PredictMatches.Queue => $"/v1/predictions/{error.Conversation}",
            RunBacktest.Queue => $"/v1/backtests/{error.Conversation}",
            _ => $"/v1/runs/{error.Conversation}",
        };
        var problem = Away($"it is not known whether this was started: {error.Message}. If it was, it will appear at {link}: look there before you send the request again");
        (problem.Extensions["id"], problem.Extensions["link"]) = (error.Conversation, link);
        return problem;
    }

    static ProblemDetails Invalid(string field, string? value, string detail, IReadOnlyList<string> suggestions)
    {
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status400BadRequest,
            Title = "The request names something that can't be.",
            Detail = detail,
            Extensions = { ["field"] = field, ["value"] = value },
        };
        if (suggestions.Count > 0)
            problem.Extensions["suggestions"] = suggestions;
        return problem;
    }

    static ProblemDetails Unreadable(JsonException error)
    {
        var field = error.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : "";
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status400BadRequest,
            Title = "The body can't be read.",
            Detail = error is InvalidValueException ? error.Message : Reason(error),
            // People count from one.
            Extensions = { ["field"] = field, ["line"] = error.LineNumber + 1, ["position"] = error.BytePositionInLine + 1 },
        };
        if (error is InvalidValueException invalid)
            problem.Extensions["value"] = invalid.Value;
        return problem;
    }

    /// <summary>The parser's words without the place, which stands on its own, and without the names of types, which say nothing to a caller.</summary>
    static string Reason(JsonException error)
    {
        var reason = error.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
        if (reason.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return "there is no such member: leave it out, or see /openapi/v1.json for those there are";
        return reason.Contains("could not be converted", StringComparison.Ordinal)
            ? "the value is of another kind than the member wants; see /openapi/v1.json"
            : reason;
    }
}
