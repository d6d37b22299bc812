using Npgsql;

namespace Soccer.Hosting.Database;

/// <summary>Ends the wait for a database that neither answers nor refuses: it is as good as away.</summary>
public static class TimeLimit
{
    /// <summary>Asks the database something over a connection of its own, which is given back at once.</summary>
    /// <param name="database">The database.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="what">What is asked for, in the words of its failure.</param>
    /// <param name="ask">Asks.</param>
    /// <param name="cancellation">Ends the wait too. Left out where others wait for the same answer, which one caller who hangs up must not take from them.</param>
    /// <exception cref="NpgsqlException">The database is away, or did not answer in time; that is one which work queues try again.</exception>
    public static async Task<T> Within<T>(
        this NpgsqlDataSource database, TimeSpan limit, string what, Func<NpgsqlConnection, CancellationToken, Task<T>> ask, CancellationToken cancellation = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(limit);
        try
        {
            await using var connection = await database.OpenConnectionAsync(end.Token);
            return await ask(connection, end.Token);
        }
        catch (OperationCanceledException late) when (end.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new NpgsqlException($"the database gave no answer for {what} within {limit.TotalSeconds:0} s", new TimeoutException(late.Message, late));
        }
    }
}
