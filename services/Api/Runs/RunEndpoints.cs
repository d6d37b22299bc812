using System.Globalization;
using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Api.Access;
using Soccer.Api.Incidents;
using Soccer.Api.Ledger;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;
using Soccer.Contracts;
using Soccer.Contracts.Ingest.V1;
using Soccer.Forecasting;
using Soccer.Hosting.Bus;

namespace Soccer.Api.Runs;

/// <summary>Starts runs, and answers how they stand and what went wrong outside them.</summary>
static class RunEndpoints
{
    const string RetryAfterSeconds = "2", RetryAfter = "Seconds after which to look again; while the run is on its way.";

    public static void MapRuns(this WebApplication app)
    {
        var runs = app.MapGroup("/v1/runs").WithTags("Runs");
        runs.MapPost("/", Start).Needs(Scope.Run)
            .WithSummary("Start a run")
            .WithDescription("202 means that the broker has the command on disk; follow the run at its Location. 503: nothing was started, or it is "
                + "not known whether it was; then the answer has the id and the link under which the run will appear if it was.")
            .TellsHeader(StatusCodes.Status202Accepted, "Retry-After", RetryAfter)
            .Produces<RunAccepted>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        runs.MapRunList();
        runs.MapGet("/{id}", Find).ShowsOwn(Scope.Run, AuditLog.StartRun)
            .TakesId("The run's id, out of the Location of the answer to the POST.")
            .WithSummary("Get a run")
            .WithDescription("Its stages with their times and counts, dataset, model, forecasts, and why it failed if it did. "
                + "While it is on its way, Retry-After says when to ask again. With the scope run alone: a run that the same key started.")
            .TellsHeader(StatusCodes.Status200OK, "Retry-After", RetryAfter)
            .Produces<RunAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        runs.MapGet("/{id}/quarantine", ReadQuarantine).ShowsOwn(Scope.Run, AuditLog.StartRun).TakesId("The run's id.")
            .TakesCount("limit", RunQuarantine.Shown, RunQuarantine.Most, "Rows, files and notes at most, of each.")
            .WithSummary("List what a run could not read")
            .WithDescription("Rows that can't be right, with file, line, reason and text; how many there are by file; "
                + "files that can't be read; and notes on rows that were left out, or read in an unusual way. "
                + "With the scope run alone: of a run that the same key started.")
            .Produces<QuarantineAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        app.MapIncidents();
    }

    static async Task<IResult> Start(
        RunRequest? request, IBus bus, RunLedger ledger, AuditLog audit, TimeProvider time, HttpContext http, ILogger<RunLedger> log)
    {
        request ??= new RunRequest();
        if (request.Reason is { Length: > RunRequest.MaxReason } reason)
            throw new InvalidInputException("reason", reason[..50] + "...", $"the reason has {reason.Length} characters: write at most {RunRequest.MaxReason}");
        // A simulated source's clock may be ahead; whether the day has ended by it, Ingest says.
        if (request.AsOf is { } asOf && London.DayOf(time.GetUtcNow().UtcDateTime) is var today && asOf > today.AddYears(1))
            throw new InvalidInputException(
                "asOf", Day(asOf), $"{Day(asOf)} has not ended: write a day before {Day(today)}, which is today in London, or leave asOf out");
        var (training, trials) = (request.Training ?? Training.Auto, request.Trials ?? 0);
        if (trials is < 0 or > RunRequest.MaxTrials)
            throw new InvalidInputException("trials", Text(trials), $"a run tries 0 to {RunRequest.MaxTrials} sets of parameters, not {Text(trials)}");
        if (trials > 0 && training == Training.Never)
            throw new InvalidInputException("trials", Text(trials), "trials need a training: use training auto or always");
        var command = new StartRun(
            NewId.NextSequentialGuid(), request.AsOf, request.Reason ?? "asked for over HTTP", "api", training, request.Force ?? false, trials);
        var run = HeardRun.Of(command);
        await audit.Sent(http, AuditLog.StartRun, $"{run.Id}", limit => bus.SendCommand(StartRun.Queue, command, run.Id, limit));
        try
        {
            await ledger.Accept(run);
        }
        catch (NpgsqlException error)
        {
            // The broker has the command: the run is accepted, and its first event will write it down.
            log.LogWarning(error, "run {RunId} was accepted while the ledger could not be written", run.Id);
        }
        var link = $"/v1/runs/{run.Id}";
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Results.Accepted(link, new RunAccepted(run.Id, RunStatus.Accepted, link));
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    static async Task<IResult> Find(
        string id, NpgsqlDataSource database, ProgressBoard board, IOptions<ApiOptions> options, TimeProvider time, HttpResponse response,
        CancellationToken cancellation)
    {
        var range = IdRange.Read(id);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await range.Find("runs", ids => LedgerSql.Ids(connection, ids, cancellation)) is not { } runId)
            return ProblemTypes.NotFound.Answer($"there is no run {range}; GET /v1/runs lists the newest");
        var progress = board.Of(runId);
        if ((await LedgerSql.Find(connection, runId, cancellation) ?? Reported(runId, progress)) is not { } run)
            return ProblemTypes.NotFound.Answer($"there is no run {runId}, or nothing was heard of it yet; GET /v1/runs lists the newest");
        var own = await LedgerSql.History(connection, runId, cancellation);
        var standing = own.Find<SnapshotUnchanged>() is { } unchanged ? await LedgerSql.History(connection, unchanged.CompletedRunId, cancellation) : own;
        var scored = RunReport.ModelIdOf(standing) is { } modelId ? await EventSql.NewestTraining(connection, modelId, cancellation) : null;
        var quarantine = RunReport.SnapshotNumberOf(own) is { } number
            ? await RunQuarantine.Read(connection, number, RunQuarantine.InRun, cancellation)
            : null;
        var status = StatusOf(run, board, options.Value, time);
        if (status.IsOpen())
            response.Headers.RetryAfter = RetryAfterSeconds;
        return Results.Ok(RunReport.Of(run, status, own, standing, scored, progress, quarantine));
    }

    static async Task<IResult> ReadQuarantine(string id, string? limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var range = IdRange.Read(id);
        var most = Input.Count("limit", limit, RunQuarantine.Shown, RunQuarantine.Most);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await range.Find("runs", ids => LedgerSql.Ids(connection, ids, cancellation)) is { } runId
            && RunReport.SnapshotNumberOf(await LedgerSql.History(connection, runId, cancellation)) is { } number
            && await RunQuarantine.Read(connection, number, most, cancellation) is { } quarantine
            ? Results.Ok(quarantine)
            : ProblemTypes.NotFound.Answer($"there is no run {range}, or its snapshot has not been read; GET /v1/runs lists the newest");
    }

    /// <summary>A run whose first event is still to come, but whose first stage has reported.</summary>
    static RunRow? Reported(Guid runId, IReadOnlyDictionary<string, Contracts.Progress.V1.StageProgressed> progress) => progress.Count == 0
        ? null
        : new RunRow(
            runId, null, "unknown", "unknown", "auto", false, RunStatus.Running.Name(),
            progress.Values.Min(report => report.At), progress.Values.Max(report => report.At));

    internal static RunStatus StatusOf(RunRow row, ProgressBoard board, ApiOptions options, TimeProvider time) =>
        board.StatusOf(row.RunId, RunStatuses.Find(row.Status)!.Value, row.LastAt, options, time);
}
