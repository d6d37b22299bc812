using Npgsql;

namespace Soccer.Api.Access;

/// <summary>Writes down who changed what.</summary>
sealed class AuditLog(NpgsqlDataSource database, TimeProvider time, ILogger<AuditLog> log)
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>One row; where the database is away the log has it.</summary>
    public async Task Record(HttpContext http, string action, string subject)
    {
        var row = new AuditRow(time.GetUtcNow().UtcDateTime, Caller.Of(http)!.KeyId, action, subject);
        // Whoever hangs up has done it all the same.
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await using var connection = await database.OpenConnectionAsync(limit.Token);
            await AccessSql.Record(connection, row, limit.Token);
        }
        catch (Exception error) when (error is NpgsqlException or OperationCanceledException)
        {
            // What was done is done: the broker has the command.
            log.LogError(error, "the audit could not be written: {Action} of {Subject} by the key {KeyId} at {At}", row.Action, row.Subject, row.KeyId, row.At);
        }
    }
}
