using System.Text.Json;
using Dapper;
using Npgsql;
using Soccer.Api.Problems;

namespace Soccer.Api.Ledger;

/// <summary>A run as the ledger knows it. The status is that of its events; whether it is stalled depends on the clock.</summary>
public sealed record RunRow(
    Guid RunId, DateOnly? AsOf, string Reason, string Requester, string Training, bool Force, string Status, DateTime AcceptedAt, DateTime LastAt);

/// <summary>Which runs are asked for; null for any.</summary>
/// <param name="Statuses">Stored statuses.</param>
/// <param name="Requester">Who asked; case does not matter.</param>
/// <param name="Since">Accepted at or after this instant, UTC.</param>
/// <param name="Until">Accepted before this instant, UTC.</param>
/// <param name="AsOf">The day through which they know results.</param>
/// <param name="Limit">Runs at most.</param>
public sealed record RunQuery(string[]? Statuses, string? Requester, DateTime? Since, DateTime? Until, DateOnly? AsOf, int Limit);

/// <summary>Every statement of the ledger but those about incidents.</summary>
public static class LedgerSql
{
    const string RunColumns = "run_id, as_of, reason, requester, training, force, status, accepted_at, last_at";

    /// <summary>
    /// Writes the run down unless it is there, and says that it was heard of. Its row stays locked, so that a run's messages are taken one
    /// by one.
    /// </summary>
    public static Task<int> Hear(NpgsqlConnection connection, RunRow run, CancellationToken cancellation)
    {
        const string sql = """
            insert into api._run (run_id, as_of, reason, requester, training, force, status, accepted_at, last_at)
            values (@RunId, @AsOf, @Reason, @Requester, @Training, @Force, @Status, @AcceptedAt, @LastAt)
            on conflict (run_id) do update
            set as_of = coalesce(excluded.as_of, _run.as_of), last_at = greatest(excluded.last_at, _run.last_at),
                accepted_at = least(excluded.accepted_at, _run.accepted_at),
                -- A dead letter may be all that was heard of a run before.
                reason = case when _run.reason = 'unknown' then excluded.reason else _run.reason end,
                requester = case when _run.requester = 'unknown' then excluded.requester else _run.requester end
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, run, cancellationToken: cancellation));
    }

    /// <summary>Adds an event unless one of its kind is there.</summary>
    public static Task AddEvent(NpgsqlConnection connection, Guid runId, string stage, object pipelineEvent, DateTime at, CancellationToken cancellation)
    {
        const string sql = """
            insert into api._run_event (run_id, type, stage, at, payload)
            values (@runId, @type, @stage, @at, @payload::jsonb)
            on conflict (run_id, type) do nothing
            """;
        var (type, payload) = EventPayload.Write(pipelineEvent);
        return connection.ExecuteAsync(new CommandDefinition(sql, new { runId, type, stage, at, payload }, cancellationToken: cancellation));
    }

    /// <summary>Adds a failure; a later one of the same message in the same stage has the newer reason.</summary>
    public static Task AddFailure(NpgsqlConnection connection, Guid runId, RunFailure failure, CancellationToken cancellation)
    {
        const string sql = """
            insert into api._run_failure (run_id, stage, message, reason, at)
            values (@runId, @Stage, @Message, @Reason, @At)
            on conflict (run_id, stage, message) do update set reason = excluded.reason, at = excluded.at
            """;
        return connection.ExecuteAsync(new CommandDefinition(
            sql, new { runId, failure.Stage, failure.Message, failure.Reason, failure.At }, cancellationToken: cancellation));
    }

    /// <summary>
    /// Stores what the set of events comes to. What is no completion any more, for a failure has come since, is none for Ingest either.
    /// </summary>
    public static Task Conclude(NpgsqlConnection connection, Guid runId, RunStatus status, Completion? completion, DateTime now, CancellationToken cancellation)
    {
        const string conclude = "update api._run set status = @status where run_id = @runId;";
        const string complete = """
            insert into api.completed_run (run_id, snapshot_number, as_of, code_versions, completed_at)
            values (@runId, @SnapshotNumber, @AsOf, @codeVersions::jsonb, @now)
            on conflict (run_id) do nothing
            """;
        return completion is null
            ? connection.ExecuteAsync(new CommandDefinition(
                $"{conclude} delete from api.completed_run where run_id = @runId", new { runId, status = status.Name() }, cancellationToken: cancellation))
            : connection.ExecuteAsync(new CommandDefinition($"{conclude} {complete}", new
            {
                runId,
                status = status.Name(),
                completion.SnapshotNumber,
                completion.AsOf,
                codeVersions = JsonSerializer.Serialize(completion.CodeVersions),
                now,
            }, cancellationToken: cancellation));
    }

    /// <summary>
    /// Every event of a run, by kind: where two events count the same thing, the result does not depend on their order.
    /// </summary>
    public static async Task<RunHistory> History(NpgsqlConnection connection, Guid runId, CancellationToken cancellation) =>
        (await Histories(connection, [runId], cancellation))[runId];

    /// <summary>A run, or none.</summary>
    public static Task<RunRow?> Find(NpgsqlConnection connection, Guid runId, CancellationToken cancellation) =>
        connection.QuerySingleOrDefaultAsync<RunRow>(new CommandDefinition(
            $"select {RunColumns} from api._run where run_id = @runId", new { runId }, cancellationToken: cancellation));

    /// <summary>The first runs of a range of ids.</summary>
    internal static async Task<IReadOnlyList<Guid>> Ids(NpgsqlConnection connection, IdRange range, CancellationToken cancellation)
    {
        const string sql = "select run_id from api._run where run_id between @From and @To order by run_id limit @Most";
        return (await connection.QueryAsync<Guid>(new CommandDefinition(
            sql, new { range.From, range.To, IdRange.Most }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>The newest runs that a query asks for.</summary>
    public static async Task<IReadOnlyList<RunRow>> Newest(NpgsqlConnection connection, RunQuery query, CancellationToken cancellation)
    {
        const string sql = $"""
            select {RunColumns}
            from api._run
            where (@Statuses::text[] is null or status = any(@Statuses))
              and (@Requester::text is null or lower(requester) = lower(@Requester))
              and (@Since::timestamptz is null or accepted_at >= @Since) and (@Until::timestamptz is null or accepted_at < @Until)
              and (@AsOf::date is null or as_of = @AsOf)
            order by accepted_at desc
            limit @Limit
            """;
        return (await connection.QueryAsync<RunRow>(new CommandDefinition(sql, query, cancellationToken: cancellation))).AsList();
    }

    /// <summary>The events and failures of some runs; a run without any has an empty history.</summary>
    public static async Task<IReadOnlyDictionary<Guid, RunHistory>> Histories(
        NpgsqlConnection connection, Guid[] runs, CancellationToken cancellation)
    {
        var events = (await connection.QueryAsync<(Guid Run, string Type, string Payload)>(new CommandDefinition(
            "select run_id, type, payload::text from api._run_event where run_id = any(@runs) order by type", new { runs },
            cancellationToken: cancellation))).ToLookup(row => row.Run, row => EventPayload.Read(row.Type, row.Payload));
        var failures = (await connection.QueryAsync<(Guid Run, string Stage, string Message, string Reason, DateTime At)>(
            new CommandDefinition(
                "select run_id, stage, message, reason, at from api._run_failure where run_id = any(@runs) order by at", new { runs },
                cancellationToken: cancellation)))
            .ToLookup(row => row.Run, row => new RunFailure(row.Stage, row.Message, row.Reason, row.At));
        return runs.ToDictionary(run => run, run => new RunHistory([.. events[run]], [.. failures[run]]));
    }
}
