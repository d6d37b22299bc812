using Npgsql;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;

namespace Soccer.Api.Access;

/// <summary>Writes down who changed what.</summary>
sealed class AuditLog(NpgsqlDataSource database, TimeProvider time, ILogger<AuditLog> log)
{
    /// <summary>What can be started.</summary>
    public const string StartRun = "start-run", RunBacktest = "run-backtest";

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Sends a command and writes down that it was sent, also where it is not known whether the broker has it, and where the caller hangs up meanwhile.</summary>
    /// <exception cref="CommandNotAcceptedException">The broker did not confirm it; one that it did not take is nothing to write down.</exception>
    public async Task Sent(HttpContext http, string action, string subject, Func<CancellationToken, Task> send)
    {
        try
        {
            // It has a limit of its own. What a caller who hangs up has started is started all the same.
            await send(CancellationToken.None);
        }
        catch (CommandNotAcceptedException error) when (error.IsInDoubt)
        {
            await Record(http, $"{action}{AccessSql.NotConfirmed}", subject);
            throw;
        }
        await Record(http, action, subject);
    }

    /// <summary>One row; where the database is away the log has it.</summary>
    public async Task Record(HttpContext http, string action, string subject)
    {
        var row = new AuditRow(time.GetUtcNow().UtcDateTime, Caller.Of(http)!.KeyId, action, subject);
        try
        {
            await database.Within(Limit, "the audit", (connection, cancellation) => AccessSql.Record(connection, row, cancellation));
        }
        catch (NpgsqlException error)
        {
            // What was done is done: the broker has the command.
            log.LogError(error, "the audit could not be written: {Action} of {Subject} by the key {KeyId} at {At}", row.Action, row.Subject, row.KeyId, row.At);
        }
    }
}
