using Dapper;
using Npgsql;
using Soccer.Api.Problems;

namespace Soccer.Api.Ledger;

/// <summary>Something that went wrong and belongs to no run, or to one that can't be told.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Kind">What went wrong.</param>
/// <param name="Queue">The queue that the message came from; null if unknown.</param>
/// <param name="Message">The message's type; null if unknown.</param>
/// <param name="RunId">The run; null if it belongs to none, or that is unknown.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Body">The beginning of the message's body; null if it was not kept.</param>
/// <param name="At">UTC.</param>
public sealed record IncidentRow(Guid IncidentId, string Kind, string? Queue, string? Message, Guid? RunId, string Reason, string? Body, DateTime At);

/// <summary>The kinds of incidents.</summary>
public static class IncidentKinds
{
    /// <summary>A body that no consumer could read.</summary>
    public const string Undecodable = "undecodable";

    /// <summary>A message that a consumer gave up.</summary>
    public const string Fault = "fault";

    /// <summary>A message that the broker gave up.</summary>
    public const string DeadLetter = "dead letter";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Undecodable, Fault, DeadLetter];
}

/// <summary>Every statement about incidents.</summary>
public static class IncidentSql
{
    const string Columns = "incident_id, kind, queue, message, run_id, reason, body, at";

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

    /// <summary>The newest incidents of a period, either end of which may be open.</summary>
    public static async Task<IReadOnlyList<IncidentRow>> Incidents(
        NpgsqlConnection connection, DateTime? since, DateTime? until, int limit, CancellationToken cancellation)
    {
        const string sql = $"""
            select {Columns}
            from api._incident
            where (@since::timestamptz is null or at >= @since) and (@until::timestamptz is null or at < @until)
            order by at desc
            limit @limit
            """;
        return (await connection.QueryAsync<IncidentRow>(
            new CommandDefinition(sql, new { since, until, limit }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>An incident, or none.</summary>
    public static Task<IncidentRow?> Find(NpgsqlConnection connection, Guid incidentId, CancellationToken cancellation) =>
        connection.QuerySingleOrDefaultAsync<IncidentRow>(new CommandDefinition(
            $"select {Columns} from api._incident where incident_id = @incidentId", new { incidentId }, cancellationToken: cancellation));

    /// <summary>The first incidents of a range of ids.</summary>
    internal static async Task<IReadOnlyList<Guid>> Ids(NpgsqlConnection connection, IdRange range, CancellationToken cancellation)
    {
        const string sql = """
            select incident_id
            from api._incident
            where incident_id between @From and @To
            order by incident_id
            limit @Most
            """;
        return (await connection.QueryAsync<Guid>(new CommandDefinition(
            sql, new { range.From, range.To, IdRange.Most }, cancellationToken: cancellation))).AsList();
    }
}
