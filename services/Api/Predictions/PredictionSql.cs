using Dapper;
using Npgsql;
using NpgsqlTypes;
using Soccer.Api.Access;
using Soccer.Api.Problems;

namespace Soccer.Api.Predictions;

/// <summary>A request as it is written down.</summary>
/// <param name="RequestId">Its id, which is the message's too.</param>
/// <param name="RequestedAt">UTC.</param>
/// <param name="Deadline">UTC.</param>
/// <param name="IsList">Whether it asks for several matches.</param>
/// <param name="KeyId">The key that asked: who may read the answer.</param>
/// <param name="IdempotencyKey">Its Idempotency-Key.</param>
/// <param name="BodyHash">SHA-256 of what it asked for under that key.</param>
sealed record RequestRow(
    Guid RequestId, DateTime RequestedAt, DateTime Deadline, bool IsList, string KeyId,
    string? IdempotencyKey = null, byte[]? BodyHash = null);

/// <summary>A request that came before under the same Idempotency-Key.</summary>
sealed record RepeatedRow(Guid RequestId, DateTime RequestedAt, DateTime Deadline, byte[] BodyHash, bool IsConfirmed);

/// <summary>
/// A request with its answer, once there is one; either may be missing. The owner is the key that asked; null in rows from before.
/// </summary>
sealed record PredictionRow(
    Guid RequestId, DateTime? RequestedAt, DateTime? Deadline, bool? IsList, string? Failure, DateTime? AnsweredAt, string? ModelId, int? FeatureSetVersion,
    int? DatasetVersion, string? Matches, string? Owner);

/// <summary>Every statement about predictions.</summary>
static class PredictionSql
{
    /// <summary>Writes requests down; the ids of those that were not there, by their id or their Idempotency-Key.</summary>
    public static async Task<IReadOnlySet<Guid>> Insert(NpgsqlConnection connection, IReadOnlyList<RequestRow> rows, CancellationToken cancellation)
    {
        const string sql = """
            insert into api._request (request_id, requested_at, deadline, is_list, key_id, idempotency_key, body_hash)
            select request_id, requested_at, deadline, is_list, key_id, idempotency_key, body_hash
            from unnest($1, $2, $3, $4, $5, $6, $7) as asked (request_id, requested_at, deadline, is_list, key_id, idempotency_key, body_hash)
            on conflict do nothing
            returning request_id
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. rows.Select(row => row.RequestId)] });
        command.Parameters.Add(new NpgsqlParameter<DateTime[]> { TypedValue = [.. rows.Select(row => row.RequestedAt)] });
        command.Parameters.Add(new NpgsqlParameter<DateTime[]> { TypedValue = [.. rows.Select(row => row.Deadline)] });
        command.Parameters.Add(new NpgsqlParameter<bool[]> { TypedValue = [.. rows.Select(row => row.IsList)] });
        command.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = [.. rows.Select(row => row.KeyId)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = [.. rows.Select(row => row.IdempotencyKey)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<byte[]?[]> { TypedValue = [.. rows.Select(row => row.BodyHash)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        var inserted = new HashSet<Guid>(rows.Count);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            inserted.Add(reader.GetGuid(0));
        return inserted;
    }

    /// <summary>The request that a key sent under an Idempotency-Key, or none.</summary>
    public static Task<RepeatedRow?> Find(NpgsqlConnection connection, string keyId, string idempotencyKey, CancellationToken cancellation)
    {
        const string sql = """
            select request_id, requested_at, deadline, body_hash, is_confirmed
            from api._request
            where key_id = @keyId and idempotency_key = @idempotencyKey
            """;
        return connection.QuerySingleOrDefaultAsync<RepeatedRow>(new CommandDefinition(sql, new { keyId, idempotencyKey }, cancellationToken: cancellation));
    }

    /// <summary>Gives a request that never reached the broker another deadline.</summary>
    public static Task<int> Renew(NpgsqlConnection connection, Guid requestId, DateTime requestedAt, DateTime deadline, CancellationToken cancellation) => connection.ExecuteAsync(
        new CommandDefinition(
            "update api._request set requested_at = @requestedAt, renewed_at = @requestedAt, deadline = @deadline, failure = null where request_id = @requestId and not is_confirmed", new { requestId, requestedAt, deadline },
            cancellationToken: cancellation));

    /// <summary>Notes that the broker has a request.</summary>
    public static Task<int> Confirm(NpgsqlConnection connection, Guid requestId, CancellationToken cancellation) => connection.ExecuteAsync(
        new CommandDefinition("update api._request set is_confirmed = true where request_id = @requestId", new { requestId }, cancellationToken: cancellation));

    /// <summary>Writes down that Predict gave a request up.</summary>
    public static Task Fail(
        NpgsqlConnection connection, Guid requestId, string? owner, string failure, DateTime at, CancellationToken cancellation)
    {
        const string sql = """
            insert into api._request (request_id, requested_at, deadline, is_list, key_id, failure)
            values (@requestId, @at, @at, false, @owner, @failure)
            on conflict (request_id) do update set failure = excluded.failure
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, new { requestId, owner, failure, at }, cancellationToken: cancellation));
    }

    /// <summary>
    /// A request with its answer, or none. What was answered without a model before the request was renewed is no answer any more.
    /// </summary>
    public static Task<PredictionRow?> Find(NpgsqlConnection connection, Guid requestId, CancellationToken cancellation)
    {
        // The owner as JSON: while both are upgraded, Predict's migration may still be to come. It is looked at only where the request was
        // not written down.
        const string sql = """
            select asked.request_id, r.requested_at, r.deadline, r.is_list, r.failure,
                a.answered_at, a.model_id, a.feature_set_version, a.dataset_version, a.matches,
                coalesce(r.key_id, to_jsonb(a) ->> 'owner') as owner
            from (values (@requestId)) asked (request_id)
            left join api._request r using (request_id)
            left join predict.answer a on a.request_id = asked.request_id and (r.renewed_at is null or a.model_id is not null or a.answered_at >= r.renewed_at)
            where r.requested_at is not null or a.answered_at is not null
            """;
        return connection.QuerySingleOrDefaultAsync<PredictionRow>(new CommandDefinition(sql, new { requestId }, cancellationToken: cancellation));
    }

    /// <summary>The first requests of a range of ids that a caller may read; of a busy range, among its first 100,000.</summary>
    public static async Task<IReadOnlyList<Guid>> Ids(
        NpgsqlConnection connection, IdRange range, Caller caller, CancellationToken cancellation)
    {
        // The owner as in Find. Ids of one beginning were given within minutes, in which other keys may have asked for much.
        const string sql = """
            with near as (
                (select request_id, key_id as owner
                 from api._request
                 where request_id between @From and @To
                 order by request_id
                 limit 100000)
                union all
                (select request_id, to_jsonb(a) ->> 'owner'
                 from predict.answer a
                 where request_id between @From and @To and not exists (select from api._request r where r.request_id = a.request_id)
                 order by request_id
                 limit 100000)
            )
            select request_id
            from near
            where @isAdmin or owner = @KeyId
            order by request_id
            limit @Most
            """;
        return (await connection.QueryAsync<Guid>(new CommandDefinition(
            sql, new { range.From, range.To, caller.KeyId, isAdmin = caller.MayRead(null), IdRange.Most },
            cancellationToken: cancellation))).AsList();
    }

    /// <summary>For how many days Predict keeps answers; none before it has said so.</summary>
    public static async Task<int?> AnswerDays(NpgsqlConnection connection, CancellationToken cancellation)
    {
        try
        {
            return await connection.QuerySingleOrDefaultAsync<int?>(
                new CommandDefinition("select days from predict.answer_retention", cancellationToken: cancellation));
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.UndefinedTable)
        {
            // While both are upgraded, a Predict of the version before still answers.
            return null;
        }
    }

    /// <summary>Forgets some of the requests from before a time; how many.</summary>
    public static async Task<int> DeleteSome(NpgsqlDataSource database, DateTime before, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            delete from api._request
            where request_id in (select request_id from api._request where requested_at < $1 limit 5000 for update)
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before });
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
