using Dapper;
using Npgsql;

namespace Soccer.Tables.Train;

/// <summary>Reads backtest reports.</summary>
public static class Backtests
{
    /// <summary>A report, JSON, to the letter; or none.</summary>
    public static Task<string?> Report(NpgsqlConnection connection, string reportId, CancellationToken cancellation) =>
        connection.QuerySingleOrDefaultAsync<string>(
            new CommandDefinition("select report from train.backtest where report_id = @reportId", new { reportId }, cancellationToken: cancellation));
}
