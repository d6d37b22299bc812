using System.Security.Cryptography;
using Npgsql;

namespace Soccer.Ingest;

/// <summary>Sends commands without a run id on with one, and a command that comes again with the same one again.</summary>
public sealed class PastedCommands(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>
    /// Sends a command under its run's id: the message's own where it has one; else one that is noted by the body before it is sent, and forgotten when it
    /// has been. A crash in between finds the note; one between that and the message's end costs a second run, and never a lost one.
    /// </summary>
    /// <param name="messageId">The message's id. What is pasted into the management page has none.</param>
    /// <param name="body">The message's bytes.</param>
    /// <param name="again">
    /// Whether the message has been delivered or tried before: only then is the noted id taken, for the same text pasted twice is two runs.
    /// </param>
    /// <param name="send">Sends the command under an id; returns once the broker has it.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task Send(Guid? messageId, ReadOnlyMemory<byte> body, bool again, Func<Guid, Task> send, CancellationToken cancellation)
    {
        if (messageId is { } own)
        {
            await send(own);
            return;
        }
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(body.Span));
        var runId = await IdOf(sha256, again, cancellation);

        await send(runId);

        // A note that outlived its command would be taken for a later one of the same text, which then would never run.
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await IngestSql.ForgetPasted(connection, sha256, runId, cancellation);
    }

    async Task<Guid> IdOf(string sha256, bool again, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (again && await IngestSql.FindPasted(connection, sha256, cancellation) is { } noted)
            return noted;
        var runId = Guid.CreateVersion7(time.GetUtcNow());
        await IngestSql.StorePasted(connection, sha256, runId, time.GetUtcNow().UtcDateTime, cancellation);
        return runId;
    }
}
