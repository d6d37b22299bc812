using Npgsql;
using Soccer.Tables.Validate;

namespace Soccer.Api.Runs;

/// <summary>Reads what was not read of a snapshot.</summary>
static class RunQuarantine
{
    /// <summary>
    /// Rows, files and notes at most, of each: in a run's answer; in the quarantine's own unless it is asked for more; and then.
    /// </summary>
    public const int InRun = 10, Shown = 200, Most = 10_000;

    /// <summary>What was not read of the snapshot of a number; null while Validate's table is still to come.</summary>
    public static async Task<QuarantineAnswer?> Read(
        NpgsqlConnection connection, int snapshotNumber, int most, CancellationToken cancellation)
    {
        try
        {
            return await ReadAll(connection, snapshotNumber, most, cancellation);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // While both are upgraded, Validate's migration may still run.
            return null;
        }
    }

    static async Task<QuarantineAnswer> ReadAll(NpgsqlConnection connection, int snapshotNumber, int most, CancellationToken cancellation)
    {
        var files = await Quarantine.ByFile(connection, snapshotNumber, cancellation);
        return new QuarantineAnswer(
            files.Sum(file => file.Rows), [.. files.Take(most)],
            await Quarantine.First(connection, snapshotNumber, QuarantineKind.Row, most, cancellation),
            await Quarantine.First(connection, snapshotNumber, QuarantineKind.File, most, cancellation),
            await Quarantine.First(connection, snapshotNumber, QuarantineKind.Note, most, cancellation));
    }
}
