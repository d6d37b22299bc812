using MassTransit;
using Npgsql;
using Soccer.Api.Access;
using Soccer.Api.Ledger;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;
using Soccer.Contracts;
using Soccer.Contracts.Train.V1;
using Soccer.Forecasting.Models;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;

namespace Soccer.Api.Backtests;

/// <summary>Asks Train for backtests, and tells what they found.</summary>
static class BacktestEndpoints
{
    const string RetryAfterSeconds = "2", RetryAfter = "Seconds after which to look for the answer; while it is pending.";

    /// <summary>What the broker has is accepted, also where the database hangs.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static void MapBacktests(this WebApplication app)
    {
        var backtests = app.MapGroup("/v1/backtests").WithTags("Backtests");
        backtests.MapPost("/", Ask).Needs(Scope.Run)
            .WithSummary("Start a backtest")
            .WithDescription("202 means that the broker has the command on disk; follow it at its Location. Two seasons of every kind take minutes, a second time seconds.")
            .TellsHeader(StatusCodes.Status202Accepted, "Retry-After", RetryAfter)
            .Produces<BacktestAccepted>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        backtests.MapBacktestList();
        backtests.MapGet("/{id}", Find).ShowsOwn(Scope.Run, AuditLog.RunBacktest).TakesId("The backtest's id, out of the Location of the answer to the POST.")
            .WithSummary("Get a backtest").WithDescription("While it is pending, Retry-After says when to ask again. "
                + "With the scope run alone: a backtest that the same key started.")
            .TellsHeader(StatusCodes.Status200OK, "Retry-After", RetryAfter)
            .Produces<BacktestAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        backtests.MapGet("/{id}/report", Report).ShowsOwn(Scope.Run, AuditLog.RunBacktest).TakesId("The backtest's id.")
            .WithSummary("Get a backtest's report").WithDescription("The same backtest of the same rows with the same code has the same report, to the byte. "
                + "With the scope run alone: of a backtest that the same key started.")
            .Produces<BacktestReportAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    static async Task<IResult> Ask(
        BacktestRequest? request, IBus bus, NpgsqlDataSource database, AuditLog audit, TimeProvider time, HttpContext http, ILogger<BacktestRequest> log)
    {
        request ??= new();
        string[] kinds = [.. (request.Kinds ?? []).Select(kind => ModelKinds.All.Contains(kind) ? kind : throw new InvalidInputException(
            "kinds", kind, $"there is no kind '{kind}'", ModelKinds.All))];
        var command = new RunBacktest(
            NewId.NextSequentialGuid(), [.. (request.TestSeasons ?? []).Select(season => Input.Season("testSeasons", season))], kinds, request.FeatureSetVersion, "api");
        await audit.Sent(http, AuditLog.RunBacktest, $"{command.BacktestId}", limit => bus.SendCommand(RunBacktest.Queue, command, command.BacktestId, limit));
        try
        {
            await database.Within(Limit, "the backtest", (connection, limit) => BacktestSql.Request(connection, command.BacktestId, time.GetUtcNow().UtcDateTime, limit));
        }
        catch (NpgsqlException error)
        {
            // The broker has the command; its end will write it down.
            log.LogWarning(error, "backtest {BacktestId} was accepted while it could not be written down", command.BacktestId);
        }
        var link = $"/v1/backtests/{command.BacktestId}";
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Results.Accepted(link, new BacktestAccepted(command.BacktestId, BacktestStatus.Pending, link));
    }

    static async Task<IResult> Find(string id, NpgsqlDataSource database, ProgressBoard board, HttpResponse response, CancellationToken cancellation)
    {
        var range = IdRange.Read(id);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await Row(connection, range, cancellation) is not { } row)
            return None(range);
        var answer = BacktestAnswer.Of(row, board.Of(row.BacktestId).GetValueOrDefault(Stage.Train));
        if (answer.Status == BacktestStatus.Pending)
            response.Headers.RetryAfter = RetryAfterSeconds;
        return Results.Ok(answer);
    }

    static async Task<IResult> Report(string id, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var range = IdRange.Read(id);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await Row(connection, range, cancellation) is not { } row)
            return None(range);
        return row.AnswerType == nameof(BacktestCompleted)
            && await Tables.Train.Backtests.Report(connection, BacktestAnswer.Read<BacktestCompleted>(row).ReportId, cancellation) is { } report
                ? Results.Text(report, "application/json")
                : ProblemTypes.NotFound.Answer(
                    $"the backtest {row.BacktestId} has no report; GET /v1/backtests/{row.BacktestId} says how it stands");
    }

    static async Task<BacktestRow?> Row(NpgsqlConnection connection, IdRange range, CancellationToken cancellation) =>
        await range.Find("backtests", ids => BacktestSql.Ids(connection, ids, cancellation)) is { } backtestId
            ? await BacktestSql.Find(connection, backtestId, cancellation)
            : null;

    static IResult None(IdRange range) =>
        ProblemTypes.NotFound.Answer($"there is no backtest {range}; GET /v1/backtests lists the newest, POST /v1/backtests starts one");
}
