using Dapper;
using Npgsql;

namespace Soccer.Api.Ledger;

/// <summary>Something that went wrong and belongs to no run, or to one that can't be told.</summary>
public sealed record IncidentRow(Guid IncidentId, string Kind, string? Queue, string? Message, Guid? RunId, string Reason, string? Body, DateTime At);

/// <summary>Every statement about incidents; their table is made by <see cref="LedgerSql.Tables"/>.</summary>
public static class IncidentSql
{
    /// <summary>Adds an incident unless it is there.</summary>
    public static Task AddIncident(NpgsqlConnection connection, IncidentRow incident, CancellationToken cancellation)
    {
        const string sql = """
            insert into api._incident (incident_id, kind, queue, message, run_id, reason, body, at)
            values (@IncidentId, @Kind, @Queue, @Message, @RunId, @Reason, @Body, @At)
            on conflict (incident_id) do nothing
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, incident, cancellationToken: cancellation));
    }

    /// <summary>The newest incidents.</summary>
    public static async Task<IReadOnlyList<IncidentRow>> Incidents(NpgsqlConnection connection, int limit, CancellationToken cancellation)
    {
        const string sql = """
            select incident_id, kind, queue, message, run_id, reason, body, at
            from api._incident
            order by at desc
            limit @limit
            """;
        return (await connection.QueryAsync<IncidentRow>(new CommandDefinition(sql, new { limit }, cancellationToken: cancellation))).AsList();
    }
}
