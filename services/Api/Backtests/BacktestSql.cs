using System.Text.Json;
using Dapper;
using Npgsql;
using Soccer.Api.Access;
using Soccer.Api.Ledger;
using Soccer.Api.Problems;

namespace Soccer.Api.Backtests;

/// <summary>A backtest with what Train said of it, once it has: the event's type and its JSON.</summary>
public sealed record BacktestRow(Guid BacktestId, string? AnswerType, string? Answer);

/// <summary>A backtest in a list.</summary>
public sealed record ListedBacktestRow(Guid BacktestId, DateTime At, string? AnswerType, string? Answer)
{
    /// <summary>The same without its time.</summary>
    public BacktestRow Row => new(BacktestId, AnswerType, Answer);
}

/// <summary>Which backtests are asked for; null for any.</summary>
/// <param name="Status">pending, done or failed.</param>
/// <param name="Owner">The key that started them.</param>
/// <param name="Since">Accepted at or after this instant, UTC.</param>
/// <param name="Until">Accepted before this instant, UTC.</param>
/// <param name="Limit">Backtests at most.</param>
sealed record BacktestQuery(string? Status, string? Owner, DateTime? Since, DateTime? Until, int Limit);

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

    /// <summary>The newest backtests that a query asks for.</summary>
    internal static async Task<IReadOnlyList<ListedBacktestRow>> Newest(
        NpgsqlConnection connection, BacktestQuery query, CancellationToken cancellation)
    {
        const string sql = $"""
            select backtest_id, at, answer_type, answer::text
            from api._backtest
            where (@Status::text is null
                or @Status = case answer_type when 'BacktestCompleted' then 'done' when 'BacktestFailed' then 'failed' else 'pending' end)
              and (@Since::timestamptz is null or at >= @Since) and (@Until::timestamptz is null or at < @Until)
              and (@Owner::text is null or exists (
                select from api._audit
                where subject = backtest_id::text and key_id = @Owner
                  and action in ('{AuditLog.RunBacktest}', '{AuditLog.RunBacktest}{AccessSql.NotConfirmed}')))
            order by at desc, backtest_id desc
            limit @Limit
            """;
        return (await connection.QueryAsync<ListedBacktestRow>(
            new CommandDefinition(sql, query, cancellationToken: cancellation))).AsList();
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
