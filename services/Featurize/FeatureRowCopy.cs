using System.Runtime.InteropServices;
using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;

namespace Soccer.Featurize;

/// <summary>Copies feature rows into their table on a task of its own, while the pass goes on. Bounded: the pass waits for a slow disk.</summary>
public sealed class FeatureRowCopy : IAsyncDisposable
{
    readonly Channel<(long Match, UInt128 Hash, float[] Values)> rows = Channel.CreateBounded<(long, UInt128, float[])>(
        new BoundedChannelOptions(8192) { SingleReader = true, SingleWriter = true });

    readonly NpgsqlBinaryImporter importer;
    readonly Task copying;

    FeatureRowCopy(NpgsqlBinaryImporter importer, int schemaId, int version, CancellationToken cancellation)
    {
        this.importer = importer;
        copying = Task.Run(() => Copy(schemaId, version, cancellation), cancellation);
    }

    /// <summary>Begins a copy in the connection's transaction; the connection is busy until it is completed or disposed.</summary>
    public static async Task<FeatureRowCopy> Begin(NpgsqlConnection connection, int schemaId, int version, CancellationToken cancellation) =>
        new(await connection.BeginBinaryImportAsync(FeaturizeSql.CopyRows, cancellation), schemaId, version, cancellation);

    /// <summary>Adds a row; the values are copied.</summary>
    public void Add(long match, UInt128 hash, ReadOnlySpan<float> values)
    {
        var row = (match, hash, values.ToArray());
        while (!rows.Writer.TryWrite(row))
        {
            if (copying.IsCompleted)
                copying.GetAwaiter().GetResult();
            rows.Writer.WaitToWriteAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Waits for every row to be written.</summary>
    public async Task Complete()
    {
        // A copy that failed has closed the queue itself; its own error is the one to tell.
        rows.Writer.TryComplete();
        await copying;
        await importer.CompleteAsync();
        await importer.DisposeAsync();
    }

    /// <summary>Gives a copy up that was not completed.</summary>
    public async ValueTask DisposeAsync()
    {
        rows.Writer.TryComplete();
        // The importer is not for two threads at once. What failed in the copy has been told to the pass by then.
        await copying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await importer.DisposeAsync();
    }

    async Task Copy(int schemaId, int version, CancellationToken cancellation)
    {
        var hash = new byte[16];
        try
        {
            await foreach (var row in rows.Reader.ReadAllAsync(cancellation))
            {
                MemoryMarshal.Write(hash, row.Hash);
                importer.StartRow();
                importer.Write(row.Match, NpgsqlDbType.Bigint);
                importer.Write(schemaId, NpgsqlDbType.Integer);
                importer.Write(version, NpgsqlDbType.Integer);
                importer.Write(hash, NpgsqlDbType.Bytea);
                importer.Write(row.Values, NpgsqlDbType.Array | NpgsqlDbType.Real);
            }
        }
        catch (Exception error)
        {
            // Wakes a pass that waits for room in the queue.
            rows.Writer.TryComplete(error);
            throw;
        }
    }
}
