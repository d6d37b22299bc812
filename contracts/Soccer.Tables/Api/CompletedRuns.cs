using System.Text.Json;
using Dapper;
using Npgsql;

namespace Soccer.Tables.Api;

/// <summary>Reads which runs went through to the end.</summary>
public static class CompletedRuns
{
    /// <summary>
    /// The newest completed run of a snapshot and a day whose stages all had the code versions that run now, or none. The snapshot goes by its number, not by
    /// its content: where the source went away from a state and came back to it, the datasets went along.
    /// </summary>
    public static async Task<Guid?> Find(NpgsqlConnection connection, int snapshotNumber, DateOnly asOf, CancellationToken cancellation)
    {
        const string sql = """
            select run_id, code_versions::text
            from api.completed_run
            where snapshot_number = @snapshotNumber and as_of = @asOf
            order by completed_at desc
            """;
        var runs = await connection.QueryAsync<(Guid RunId, string CodeVersions)>(
            new CommandDefinition(sql, new { snapshotNumber, asOf }, cancellationToken: cancellation));
        var running = new Dictionary<string, string?>();
        foreach (var (runId, codeVersions) in runs)
        {
            var stages = JsonSerializer.Deserialize<Dictionary<string, string>>(codeVersions)!;
            foreach (var stage in stages.Keys.Where(stage => !running.ContainsKey(stage)))
                running[stage] = await RunningCode(connection, stage, cancellation);
            if (stages.All(stage => running[stage.Key] == stage.Value))
                return runId;
        }
        return null;
    }

    /// <summary>The code version with which a stage was started last.</summary>
    static Task<string?> RunningCode(NpgsqlConnection connection, string stage, CancellationToken cancellation)
    {
        var schema = Soccer.Tables.Schema.Of(stage);
        return connection.QuerySingleOrDefaultAsync<string>(
            new CommandDefinition($"select code_version from {schema}.build order by id desc limit 1", cancellationToken: cancellation));
    }
}
