using System.Text.Json;
using Dapper;
using Npgsql;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Predictions;

/// <summary>A request with its answer, once there is one: the event's type and its JSON.</summary>
public sealed record PredictionRow(Guid RequestId, DateTime RequestedAt, string? AnswerType, string? Answer);

/// <summary>Every statement about predictions.</summary>
public static class PredictionSql
{
    /// <summary>The requests and their answers. The answer may come before the request is written down.</summary>
    public const string Table = """
        create table api._prediction (
            request_id   uuid primary key,
            requested_at timestamptz not null,
            home         text,
            away         text,
            division     text,
            date         date,
            answer_type  text,
            answer       jsonb
        );
        """;

    /// <summary>Writes a request down.</summary>
    public static Task Request(NpgsqlConnection connection, PredictMatch request, CancellationToken cancellation)
    {
        const string sql = """
            insert into api._prediction (request_id, requested_at, home, away, division, date)
            values (@RequestId, @RequestedAt, @Home, @Away, @Division, @Date)
            on conflict (request_id) do update
            set requested_at = excluded.requested_at, home = excluded.home, away = excluded.away, division = excluded.division, date = excluded.date
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, request, cancellationToken: cancellation));
    }

    /// <summary>Writes an answer down unless the request has one; a forecast takes the place of a failure.</summary>
    public static Task Answer<T>(NpgsqlConnection connection, Guid requestId, T answer, DateTime at, CancellationToken cancellation)
    {
        const string sql = """
            insert into api._prediction (request_id, requested_at, answer_type, answer)
            values (@requestId, @at, @type, @json::jsonb)
            on conflict (request_id) do update
            set answer_type = excluded.answer_type, answer = excluded.answer
            where _prediction.answer_type is distinct from 'MatchPredicted'
            """;
        var json = JsonSerializer.Serialize(answer, JsonSerializerOptions.Web);
        return connection.ExecuteAsync(new CommandDefinition(sql, new { requestId, at, type = typeof(T).Name, json }, cancellationToken: cancellation));
    }

    /// <summary>A request, or none.</summary>
    public static Task<PredictionRow?> Find(NpgsqlConnection connection, Guid requestId, CancellationToken cancellation)
    {
        const string sql = "select request_id, requested_at, answer_type, answer::text from api._prediction where request_id = @requestId";
        return connection.QuerySingleOrDefaultAsync<PredictionRow>(new CommandDefinition(sql, new { requestId }, cancellationToken: cancellation));
    }
}
