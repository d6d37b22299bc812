using Npgsql;

namespace Soccer.Api.Access;

/// <summary>Writes down who changed what.</summary>
sealed class AuditLog(NpgsqlDataSource database, TimeProvider time, ILogger<AuditLog> log)
{
    /// <summary>One row; where the database is away the log has it.</summary>
    public async Task Record(HttpContext http, string action, string subject, CancellationToken cancellation)
    {
        var row = new AuditRow(time.GetUtcNow().UtcDateTime, Caller.Of(http)!.KeyId, action, subject);
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            await AccessSql.Record(connection, row, cancellation);
        }
        catch (NpgsqlException error)
        {
            // What was done is done: the broker has the command.
            log.LogError(error, "the audit could not be written: {Action} of {Subject} by the key {KeyId} at {At}", row.Action, row.Subject, row.KeyId, row.At);
        }
    }
}
