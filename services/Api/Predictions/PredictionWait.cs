using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Api.Predictions;

/// <summary>Waits for an answer on behalf of a caller who would.</summary>
static class PredictionWait
{
    /// <summary>How often to look, should the event that tells of the answer be lost.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>A database that hangs is as good as away.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A request that has its answer, or whose deadline has passed; null while it is pending. The broker has it, so that it counts as
    /// pending if the database is away.
    /// </summary>
    public static async Task<PredictionRow?> Settled(Guid requestId, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            var row = await database.Within(Limit, "a request", (connection, limit) => PredictionSql.Find(connection, requestId, limit), cancellation);
            return row is not null && IsSettled(PredictionAnswer.Of(row), row.Deadline, time.GetUtcNow().UtcDateTime) ? row : null;
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    static bool IsSettled(PredictionAnswer answer, DateTime? deadline, DateTime now) =>
        answer.Status != PredictionStatus.Pending || answer.HasExpired(deadline, now);

    /// <summary>
    /// The answer, or null if it did not come in time. The request is accepted already, so an unreachable database only ends the wait.
    /// </summary>
    public static async Task<PredictionRow?> For(
        Guid requestId, AnswerBell.Ring ring, TimeSpan wait, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(wait + Pause);
        try
        {
            return await Listen(requestId, ring, wait, database, time, limit.Token);
        }
        catch (Exception away) when (away is NpgsqlException || (away is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    static async Task<PredictionRow?> Listen(
        Guid requestId, AnswerBell.Ring ring, TimeSpan wait, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        for (var left = wait; left > TimeSpan.Zero; left = wait - time.GetElapsedTime(began))
        {
            await Task.WhenAny(ring.Rung, Task.Delay(left < Pause ? left : Pause, time, cancellation));
            cancellation.ThrowIfCancellationRequested();
            await using var connection = await database.OpenConnectionAsync(cancellation);
            if (await PredictionSql.Find(connection, requestId, cancellation) is { } row && (row.Matches is not null || row.Failure is not null))
                return row;
        }
        return null;
    }
}
