using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using Soccer.Tables.Train;

namespace Soccer.Train.Backtesting;

/// <summary>Every statement about backtests.</summary>
public static class BacktestSql
{
    /// <summary>Stores forecasts; the same ones stand once. Returns their id.</summary>
    public static async Task<string> Store(
        NpgsqlConnection connection, MatchForecasts forecasts, string kind, int season, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into train._season_forecasts (forecasts_id, kind, season, forecasts, created_at)
            values (@id, @kind, @season, @bytes, @now)
            on conflict (forecasts_id) do update set created_at = excluded.created_at
            """;
        var bytes = forecasts.Write();
        var id = MatchForecasts.IdOf(bytes);
        await connection.ExecuteAsync(new CommandDefinition(sql, new { id, kind, season, bytes, now }, cancellationToken: cancellation));
        return id;
    }

    /// <summary>Stored forecasts.</summary>
    public static async Task<MatchForecasts> Read(NpgsqlConnection connection, string id, CancellationToken cancellation) =>
        MatchForecasts.Read(await connection.QuerySingleAsync<byte[]>(
            new CommandDefinition("select forecasts from train._season_forecasts where forecasts_id = @id", new { id }, cancellationToken: cancellation)));

    /// <summary>Stores a report by the hash of its text. Returns its id.</summary>
    public static async Task<string> StoreReport(NpgsqlConnection connection, string report, int featureSetVersion, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into train.backtest (report_id, feature_set_version, report, created_at)
            values (@id, @featureSetVersion, @report, @now)
            on conflict (report_id) do update set created_at = excluded.created_at
            """;
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report)));
        await connection.ExecuteAsync(new CommandDefinition(sql, new { id, featureSetVersion, report, now }, cancellationToken: cancellation));
        return id;
    }

    /// <summary>
    /// Deletes some of the reports, and of the forecasts that no remembered fit has made, that were made last before a time; how many.
    /// </summary>
    public static async Task<int> DeleteSome(NpgsqlDataSource database, DateTime before, CancellationToken cancellation) =>
        await DeleteReports(database, before, cancellation) + await DeleteForecasts(database, before, cancellation);

    /// <summary>With a report goes the memory of having made it, so that the same backtest makes it again.</summary>
    static async Task<int> DeleteReports(NpgsqlDataSource database, DateTime before, CancellationToken cancellation)
    {
        // The time is asked twice: a report that is made again at this moment has a newer one by the time that its row is free.
        const string sql = """
            with gone as (
                delete from train.backtest
                where created_at < $1
                  and report_id in (select report_id from train.backtest where created_at < $1 order by report_id limit 100)
                returning report_id
            ), forgotten as (
                delete from train._step where step = 'backtest' and result ->> 'ReportId' in (select report_id from gone)
            )
            select count(*)::int from gone
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before });
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    static async Task<int> DeleteForecasts(NpgsqlDataSource database, DateTime before, CancellationToken cancellation)
    {
        const string sql = """
            delete from train._season_forecasts
            where created_at < $1
              and forecasts_id in (
                select forecasts_id
                from train._season_forecasts f
                where created_at < $1
                  and not exists (select from train._step where step = 'backtest-season' and result #>> '{}' = f.forecasts_id)
                limit 20)
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before });
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
