using System.Text.Json;
using Dapper;
using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Api.Problems;

namespace Soccer.Api.Backtests;

/// <summary>A backtest with what Train said of it, once it has: the event's type and its JSON.</summary>
public sealed record BacktestRow(Guid BacktestId, string? AnswerType, string? Answer);

/// <summary>Every statement about backtests.</summary>
public static class BacktestSql
{
    /// <summary>Writes a request down.</summary>
    public static Task<int> Request(NpgsqlConnection connection, Guid backtestId, DateTime at, CancellationToken cancellation)
    {
        const string sql = "insert into api._backtest (backtest_id, at) values (@backtestId, @at) on conflict (backtest_id) do nothing";
        return connection.ExecuteAsync(new CommandDefinition(sql, new { backtestId, at }, cancellationToken: cancellation));
    }

    /// <summary>Writes an end down; a report takes the place of a failure.</summary>
    public static Task Answer<T>(NpgsqlConnection connection, Guid backtestId, T answer, DateTime at, CancellationToken cancellation)
    {
        const string sql = """
            insert into api._backtest (backtest_id, at, answer_type, answer)
            values (@backtestId, @at, @type, @json::jsonb)
            on conflict (backtest_id) do update
            set answer_type = excluded.answer_type, answer = excluded.answer
            where _backtest.answer_type is distinct from 'BacktestCompleted'
            """;
        var json = StorableText.OfJson(JsonSerializer.Serialize(answer, JsonSerializerOptions.Web));
        return connection.ExecuteAsync(new CommandDefinition(sql, new { backtestId, at, type = typeof(T).Name, json }, cancellationToken: cancellation));
    }

    /// <summary>The first backtests of a range of ids.</summary>
    internal static async Task<IReadOnlyList<Guid>> Ids(NpgsqlConnection connection, IdRange range, CancellationToken cancellation)
    {
        const string sql = """
            select backtest_id
            from api._backtest
            where backtest_id between @From and @To
            order by backtest_id
            limit @Most
            """;
        return (await connection.QueryAsync<Guid>(new CommandDefinition(
            sql, new { range.From, range.To, IdRange.Most }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>A backtest, or none.</summary>
    public static Task<BacktestRow?> Find(NpgsqlConnection connection, Guid backtestId, CancellationToken cancellation)
    {
        const string sql = "select backtest_id, answer_type, answer::text from api._backtest where backtest_id = @backtestId";
        return connection.QuerySingleOrDefaultAsync<BacktestRow>(new CommandDefinition(sql, new { backtestId }, cancellationToken: cancellation));
    }
}
