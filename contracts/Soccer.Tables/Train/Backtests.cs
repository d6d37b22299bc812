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

    /// <summary>The test seasons of some reports, oldest first, by the reports' ids; of one that is not stored, none.</summary>
    public static async Task<ILookup<string, string>> Seasons(
        NpgsqlConnection connection, IReadOnlyList<string> reportIds, CancellationToken cancellation)
    {
        const string sql = """
            select report_id, season.line ->> 'season'
            from train.backtest cross join json_array_elements(report::json -> 'seasons') with ordinality as season (line, place)
            where report_id = any(@reportIds)
            order by report_id, place
            """;
        return (await connection.QueryAsync<(string ReportId, string Season)>(
            new CommandDefinition(sql, new { reportIds = reportIds.ToArray() }, cancellationToken: cancellation)))
            .ToLookup(row => row.ReportId, row => row.Season, StringComparer.Ordinal);
    }
}
