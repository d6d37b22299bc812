using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using Soccer.Tables.Train;

namespace Soccer.Train.Backtesting;

/// <summary>Every statement about backtests.</summary>
public static class BacktestSql
{
    /// <summary>Forecasts of a kind and a test season by the hash of their bytes: what a later backtest need not fit again.</summary>
    public const string Tables = """
        create table train._season_forecasts (
            forecasts_id text primary key,
            kind         text not null,
            season       smallint not null,
            forecasts    bytea not null,
            created_at   timestamptz not null
        );
        """;

    /// <summary>Stores forecasts; the same ones stand once. Returns their id.</summary>
    public static async Task<string> Store(
        NpgsqlConnection connection, MatchForecasts forecasts, string kind, int season, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into train._season_forecasts (forecasts_id, kind, season, forecasts, created_at)
            values (@id, @kind, @season, @bytes, @now)
            on conflict (forecasts_id) do nothing
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
            on conflict (report_id) do nothing
            """;
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report)));
        await connection.ExecuteAsync(new CommandDefinition(sql, new { id, featureSetVersion, report, now }, cancellationToken: cancellation));
        return id;
    }
}
