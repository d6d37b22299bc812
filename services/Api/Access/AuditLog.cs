using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Api.Access;

/// <summary>Writes down who changed what.</summary>
sealed class AuditLog(NpgsqlDataSource database, TimeProvider time, ILogger<AuditLog> log)
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>One row; where the database is away the log has it.</summary>
    public async Task Record(HttpContext http, string action, string subject)
    {
        var row = new AuditRow(time.GetUtcNow().UtcDateTime, Caller.Of(http)!.KeyId, action, subject);
        try
        {
            // Whoever hangs up has done it all the same.
            await database.Within(Limit, "the audit", (connection, cancellation) => AccessSql.Record(connection, row, cancellation));
        }
        catch (NpgsqlException error)
        {
            // What was done is done: the broker has the command.
            log.LogError(error, "the audit could not be written: {Action} of {Subject} by the key {KeyId} at {At}", row.Action, row.Subject, row.KeyId, row.At);
        }
    }
}
