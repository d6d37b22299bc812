using System.IO.Compression;
using Dapper;
using Npgsql;
using Soccer.Ingest.Fetching;

namespace Soccer.Ingest;

/// <summary>A file as it was when it was last asked for.</summary>
public sealed record KnownFile(string Path, string Sha256, int Bytes, string? ETag, DateTime? LastModified, DateTime CheckedAt);

/// <summary>Every statement of Ingest.</summary>
public static class IngestSql
{
    /// <summary>The run that a text was given, or none.</summary>
    public static Task<Guid?> FindPasted(NpgsqlConnection connection, string sha256, CancellationToken cancellation) =>
        connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            "select run_id from ingest._pasted where sha256 = @sha256", new { sha256 }, cancellationToken: cancellation));

    /// <summary>Notes the run that a text is given.</summary>
    public static Task StorePasted(NpgsqlConnection connection, string sha256, Guid runId, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into ingest._pasted (sha256, run_id, at) values (@sha256, @runId, @now)
            on conflict (sha256) do update set run_id = excluded.run_id, at = excluded.at
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, new { sha256, runId, now }, cancellationToken: cancellation));
    }

    /// <summary>Forgets that a text was given a run; one that it was given since stays.</summary>
    public static Task ForgetPasted(NpgsqlConnection connection, string sha256, Guid runId, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            "delete from ingest._pasted where sha256 = @sha256 and run_id = @runId", new { sha256, runId }, cancellationToken: cancellation));

    /// <summary>Every file that a source ever gave.</summary>
    public static async Task<Dictionary<string, KnownFile>> KnownFiles(NpgsqlConnection connection, string source, CancellationToken cancellation)
    {
        const string sql = """
            select path, sha256, bytes, e_tag, last_modified, checked_at
            from ingest._source_file join ingest.blob using (sha256)
            where source = @source
            """;
        var files = await connection.QueryAsync<KnownFile>(new CommandDefinition(sql, new { source }, cancellationToken: cancellation));
        return files.ToDictionary(file => file.Path);
    }

    /// <summary>The paths of the newest snapshot.</summary>
    public static async Task<IReadOnlyList<string>> NewestPaths(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = "select path from ingest.snapshot_file where number = (select max(number) from ingest.snapshot)";
        return (await connection.QueryAsync<string>(new CommandDefinition(sql, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Stores a fetched file: its bytes by their hash, and what to ask for next time.</summary>
    public static async Task StoreFile(NpgsqlConnection connection, string source, SourceFile file, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into ingest.blob (sha256, bytes, gzip, fetched_at) values (@Sha256, @Bytes, @gzip, @now)
            on conflict (sha256) do update set fetched_at = excluded.fetched_at;
            insert into ingest._source_file (source, path, sha256, e_tag, last_modified, checked_at)
            values (@source, @Path, @Sha256, @ETag, @modified, @now)
            on conflict (source, path) do update
            set sha256 = excluded.sha256, e_tag = excluded.e_tag, last_modified = excluded.last_modified, checked_at = excluded.checked_at;
            """;
        await connection.ExecuteAsync(new CommandDefinition(sql, new
        {
            source,
            file.Path,
            file.Sha256,
            file.Bytes,
            gzip = Zip(file.Content!),
            file.ETag,
            modified = file.LastModified?.UtcDateTime,
            now,
        }, cancellationToken: cancellation));
    }

    /// <summary>Remembers when the source was asked for some files.</summary>
    public static Task StoreChecks(NpgsqlConnection connection, string source, string[] paths, DateTime now, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update ingest._source_file set checked_at = @now where source = @source and path = any(@paths)", new { source, paths, now },
            cancellationToken: cancellation));

    /// <summary>Waits up to a second for the session's lock of the crawl; whether it is held now.</summary>
    public static async Task<bool> TakeCrawl(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = "set lock_timeout = '1s'; select pg_advisory_lock(hashtext('ingest crawl')); reset lock_timeout";
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellation));
            return true;
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    /// <summary>
    /// Numbers the state as a snapshot. A state equal to the newest snapshot's is that snapshot; one that was there before gets a new
    /// number, for numbers
    /// tell which is newer.
    /// </summary>
    public static async Task<Snapshot> StoreSnapshot(NpgsqlConnection connection, Crawled crawled, DateTime now, CancellationToken cancellation)
    {
        var files = crawled.Files.Where(file => file.Sha256 is not null).ToList();
        var id = Snapshot.IdOf(files);
        var stale = files.Count(file => file.Failure is not null);
        var failed = crawled.FailedPages.Concat(crawled.Files.Select(file => file.Failure).OfType<string>()).Take(20).ToArray();
        var bytes = files.Sum(file => (long)file.Bytes);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(hashtext('ingest snapshot'))", cancellationToken: cancellation));
        var newest = await connection.QuerySingleOrDefaultAsync<(int Number, string Id)>(new CommandDefinition(
            "select number, id from ingest.snapshot order by number desc limit 1", cancellationToken: cancellation));
        if (newest.Id == id)
            return new Snapshot(id, newest.Number, files.Count, 0, stale, bytes, failed);

        var number = newest.Number + 1;
        var before = (await connection.QueryAsync<(string Path, string Sha256)>(new CommandDefinition(
            "select path, sha256 from ingest.snapshot_file where number = @Number", new { newest.Number }, cancellationToken: cancellation)))
            .ToDictionary(file => file.Path, file => file.Sha256);
        var changed = files.Count(file => before.GetValueOrDefault(file.Path) != file.Sha256) + before.Keys.Except(files.Select(file => file.Path)).Count();
        const string snapshot = """
            insert into ingest.snapshot (number, id, source, taken_at, files, changed_files, stale_files, bytes)
            values (@number, @id, @Source, @now, @Count, @changed, @stale, @bytes)
            """;
        await connection.ExecuteAsync(new CommandDefinition(
            snapshot, new { number, id, crawled.Source, now, files.Count, changed, stale, bytes }, cancellationToken: cancellation));
        const string rows = """
            insert into ingest.snapshot_file (number, path, sha256, stale)
            select @number, path, sha256, stale from unnest(@paths, @hashes, @stales) as file (path, sha256, stale)
            """;
        await connection.ExecuteAsync(new CommandDefinition(rows, new
        {
            number,
            paths = files.Select(file => file.Path).ToArray(),
            hashes = files.Select(file => file.Sha256!).ToArray(),
            stales = files.Select(file => file.Failure is not null).ToArray(),
        }, cancellationToken: cancellation));
        await transaction.CommitAsync(cancellation);
        return new Snapshot(id, number, files.Count, changed, stale, bytes, failed);
    }

    static byte[] Zip(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
            gzip.Write(content);
        return zipped.ToArray();
    }
}
