using System.Threading.Channels;
using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Api.Predictions;

/// <summary>Writes requests down, all that have come while the last were written with one statement: a disk that takes its time makes the next write larger, not later.</summary>
sealed class RequestLog(NpgsqlDataSource database) : BackgroundService
{
    const int Most = 500;

    /// <summary>Those who wait have the broker's confirm already, and need not wait for a database that hangs.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    readonly Channel<Entry> entries = Channel.CreateUnbounded<Entry>(new() { SingleReader = true });

    /// <summary>Writes a request down. False: its id or its caller's Idempotency-Key is there already.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public Task<bool> Write(RequestRow row)
    {
        var entry = new Entry(row, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return entries.Writer.TryWrite(entry) ? entry.Written.Task : Task.FromException<bool>(new NpgsqlException("the service is stopping"));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var batch = new List<Entry>(Most);
            while (await entries.Reader.WaitToReadAsync(stoppingToken))
            {
                while (batch.Count < Most && entries.Reader.TryRead(out var entry))
                    batch.Add(entry);
                await Write(batch, stoppingToken);
                batch.Clear();
            }
        }
        finally
        {
            entries.Writer.Complete();
            while (entries.Reader.TryRead(out var late))
                late.Written.TrySetException(new NpgsqlException("the service is stopping"));
        }
    }

    async Task Write(List<Entry> batch, CancellationToken cancellation)
    {
        try
        {
            var inserted = await database.Within(Limit, "requests", (connection, limit) => PredictionSql.Insert(connection, [.. batch.Select(entry => entry.Row)], limit), cancellation);
            foreach (var entry in batch)
                entry.Written.TrySetResult(inserted.Contains(entry.Row.RequestId));
        }
        catch (Exception error)
        {
            // Whoever waits hears it; the next requests try again, whatever it was.
            var told = error as NpgsqlException ?? new NpgsqlException($"requests could not be written down: {error.Message}", error);
            foreach (var entry in batch)
                entry.Written.TrySetException(told);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    sealed record Entry(RequestRow Row, TaskCompletionSource<bool> Written);
}
