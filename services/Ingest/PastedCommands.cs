using System.Security.Cryptography;
using Npgsql;

namespace Soccer.Ingest;

/// <summary>Gives commands without a run id one, and a command that is delivered again the same one again.</summary>
public sealed class PastedCommands(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>The run's id: the message's own where it has one; else one that is noted by the body before anything is done with it.</summary>
    /// <param name="messageId">The message's id. What is pasted into the management page has none.</param>
    /// <param name="body">The message's bytes.</param>
    /// <param name="redelivered">
    /// Whether the broker has delivered the message before: only then is the noted id taken, for the same text pasted twice is two runs.
    /// </param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Guid> IdOf(Guid? messageId, ReadOnlyMemory<byte> body, bool redelivered, CancellationToken cancellation)
    {
        if (messageId is { } own)
            return own;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(body.Span));
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (redelivered && await IngestSql.FindPasted(connection, sha256, cancellation) is { } noted)
            return noted;
        var runId = Guid.CreateVersion7(time.GetUtcNow());
        await IngestSql.StorePasted(connection, sha256, runId, time.GetUtcNow().UtcDateTime, cancellation);
        return runId;
    }
}
