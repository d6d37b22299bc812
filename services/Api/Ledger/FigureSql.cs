using Dapper;
using Npgsql;

namespace Soccer.Api.Ledger;

/// <summary>Every statement of what the ledger measures.</summary>
static class FigureSql
{
    /// <summary>How many runs have ended, by status.</summary>
    public static async Task<IReadOnlyList<(string Status, long Runs)>> EndedRuns(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = "select status, count(*) from api._run where status not in ('accepted', 'running') group by status";
        return (await connection.QueryAsync<(string, long)>(new CommandDefinition(sql, cancellationToken: cancellation))).AsList();
    }

    /// <summary>The runs that have not ended, with the time of their last event.</summary>
    public static async Task<IReadOnlyList<(Guid RunId, DateTime LastAt, string Status)>> OpenRuns(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = "select run_id, last_at, status from api._run where status in ('accepted', 'running')";
        var open = await connection.QueryAsync<(Guid, DateTime, string)>(new CommandDefinition(sql, cancellationToken: cancellation));
        return open.AsList();
    }

    /// <summary>
    /// Messages of a run that a stage gave up, messages that failed outside any run, and when the source was last looked through, in
    /// seconds since 1970.
    /// </summary>
    public static Task<(long Failures, long Incidents, long? LastSnapshot)> Counts(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = """
            select (select count(*) from api._run_failure), (select count(*) from api._incident),
                (select extract(epoch from max(at))::bigint from api._run_event where type in ('SnapshotIngested', 'SnapshotUnchanged'))
            """;
        return connection.QuerySingleAsync<(long, long, long?)>(new CommandDefinition(sql, cancellationToken: cancellation));
    }
}
