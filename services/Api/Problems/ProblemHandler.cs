using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using Soccer.Api.Predictions;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Hosting.Bus;

namespace Soccer.Api.Problems;

/// <summary>Turns what went wrong into problem details (RFC 9457). What broker and database say of themselves stands in the log, not in the answer: it names hosts and tables.</summary>
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
        InvalidInputException error => Invalid(error),
        InvalidUtf8Exception error => ProblemTypes.MalformedBody.Details(error.Message, ("field", ""), ("offset", error.Offset)),
        BadHttpRequestException { InnerException: JsonException error } => UnreadableBody.Of(error),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } error => UnreadableBody.Of(error),
        // What is to be said of it beside its status is said where every answer is completed.
        BadHttpRequestException error => new() { Status = error.StatusCode },
        CommandNotAcceptedException { IsInDoubt: true } error => Doubtful(error),
        CommandNotAcceptedException => ProblemTypes.Unavailable.Details("nothing was started: the broker did not take the command. Send the request again in a few seconds"),
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } =>
            ProblemTypes.InvalidValue.Details("a text of the request has a character that can't be stored, such as U+0000: leave it out"),
        IdempotencyConflictException error => ProblemTypes.IdempotencyConflict.Details(error.Message),
        StageAwayException { InnerException: null or TimeoutException or RequestTimeoutException or OperationCanceledException or MessageReturnedException } error =>
            ProblemTypes.Unavailable.Details($"{error.Message}. Send the request again in a few seconds"),
        StageAwayException => ProblemTypes.Unavailable.Details("the stage that answers has failed. Send the request again in a few seconds"),
        // Tables are made by their stages at start.
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InsufficientPrivilege } =>
            ProblemTypes.Unavailable.Details("a stage has not made its tables yet. Send the request again in a few seconds"),
        // A statement or a value of ours that the database refuses (classes 22, 23 and 42) will not do a second time either.
        PostgresException { SqlState: ['2', '2' or '3', ..] or ['4', '2', ..] } => null,
        NpgsqlException => ProblemTypes.Unavailable.Details("the database did not answer. Send the request again in a few seconds"),
        _ => null,
    };

    static ProblemDetails Doubtful(CommandNotAcceptedException error)
    {
        var link = error.Queue switch
        {
            PredictMatch.Queue or PredictMatches.Queue => $"/v1/predictions/{error.Conversation}",
            RunBacktest.Queue => $"/v1/backtests/{error.Conversation}",
            _ => $"/v1/runs/{error.Conversation}",
        };
        return ProblemTypes.InDoubt.Details(
            $"it is not known whether this was started: the broker did not confirm the command. If it was, it will appear at {link}: look there before you send the request again",
            ("id", error.Conversation), ("link", link));
    }

    static ProblemDetails Invalid(InvalidInputException error)
    {
        var problem = error.Type.Details(Input.Shown(error.Message, error.Value), ("field", Input.Shown(error.Field)), ("value", error.Value is null ? null : Input.Shown(error.Value)));
        if (error.Suggestions.Count > 0)
            problem.Extensions["suggestions"] = error.Suggestions;
        return problem;
    }
}
