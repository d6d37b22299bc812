using Npgsql;

namespace Soccer.Ingest;

/// <summary>
/// One crawl at a time over all replicas, from its first request to its snapshot's number: otherwise a crawl that began earlier could be
/// numbered as the newer one. The lease is a lock of a connection of its own. Whoever loses that connection has lost the lease, and can't
/// number what it has crawled.
/// </summary>
public sealed class CrawlLease : IAsyncDisposable
{
    /// <summary>The server drops a holder whose machine has vanished within half a minute.</summary>
    const string ServerKeepAlive = "-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    const int KeepAliveSeconds = 15;

    readonly NpgsqlConnection connection;

    CrawlLease(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>The connection that holds the lease: a snapshot is numbered on it and on no other.</summary>
    /// <exception cref="NpgsqlException">The lease is lost; work queues try again.</exception>
    public NpgsqlConnection Connection => connection.FullState is System.Data.ConnectionState.Open
        ? connection
        : throw new NpgsqlException(
            "the connection was lost during the crawl, and the lease with it", new IOException("the connection is closed"));

    /// <summary>Takes the lease; waits for as long as another replica crawls.</summary>
    /// <param name="database">The service's database.</param>
    /// <param name="waiting">Called about once a second during the wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<CrawlLease> Take(NpgsqlDataSource database, Action waiting, CancellationToken cancellation)
    {
        // Not pooled: closing it ends the server's session, and its lock, whatever state it is in.
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Pooling = false,
            KeepAlive = KeepAliveSeconds,
            Options = ServerKeepAlive,
        };
        await using var template = database.CreateConnection();
        var connection = await template.CloneWithAsync(settings.ConnectionString, cancellation);
        try
        {
            await connection.OpenAsync(cancellation);
            while (!await IngestSql.TakeCrawl(connection, cancellation))
                waiting();
            return new CrawlLease(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
