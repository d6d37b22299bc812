using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Api.Ledger;

/// <summary>Writes down what is heard of runs. Each message is one transaction, and a repeated one changes nothing.</summary>
public sealed class RunLedger(NpgsqlDataSource database, TimeProvider time)
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>A run whose command the broker has confirmed; it is accepted although the database hangs, or its caller.</summary>
    /// <exception cref="NpgsqlException">The database is away, or did not answer in 5 s.</exception>
    public Task Accept(HeardRun run) => database.Within(Limit, "the ledger", (connection, limit) => LedgerSql.Hear(connection, Row(run), limit));

    /// <summary>A pipeline event. One that belongs to no run is passed over.</summary>
    public Task Record(object pipelineEvent, DateTime at, CancellationToken cancellation)
    {
        var stage = StageEvent.Of(pipelineEvent);
        return stage.Run is { } run
            ? Write(HeardRun.Of(run), stage is { Stage: Contracts.Stage.Ingest, Step: { } step } ? step.Started : at, connection => LedgerSql.AddEvent(connection, run.Id, stage.Stage, pipelineEvent, at, cancellation), cancellation)
            : Task.CompletedTask;
    }

    /// <summary>A stage's failure in a run.</summary>
    public Task Fail(HeardRun run, RunFailure failure, CancellationToken cancellation) =>
        Write(run, failure.At, connection => LedgerSql.AddFailure(connection, run.Id, failure with
        {
            Stage = StorableText.Of(failure.Stage),
            Message = StorableText.Of(failure.Message),
            Reason = StorableText.Of(failure.Reason),
        }, cancellation), cancellation);

    /// <summary>Something that went wrong outside any run.</summary>
    public async Task Report(IncidentRow incident, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await IncidentSql.AddIncident(connection, incident with
        {
            Queue = Storable(incident.Queue),
            Message = Storable(incident.Message),
            Reason = StorableText.Of(incident.Reason),
            Body = Storable(incident.Body),
        }, cancellation);
    }

    async Task Write(HeardRun heard, DateTime begun, Func<NpgsqlConnection, Task> add, CancellationToken cancellation)
    {
        var run = Row(heard);
        // The command of a run that was not started over HTTP was accepted before its first stage began.
        run = run with { AcceptedAt = begun < run.AcceptedAt ? begun : run.AcceptedAt };
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await LedgerSql.Hear(connection, run, cancellation);
        await add(connection);
        var history = await LedgerSql.History(connection, run.RunId, cancellation);
        await LedgerSql.Conclude(connection, run.RunId, RunState.Of(history), Completion.Of(history), run.LastAt, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    static string? Storable(string? text) => text is null ? null : StorableText.Of(text);

    RunRow Row(HeardRun run)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new RunRow(
            run.Id, run.AsOf, StorableText.Of(run.Reason), StorableText.Of(run.Requester), run.Training.ToString().ToLowerInvariant(),
            run.Force, RunStatus.Accepted.Name(), now, now);
    }
}
