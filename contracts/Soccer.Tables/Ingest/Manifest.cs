using System.IO.Compression;
using Dapper;
using Npgsql;

namespace Soccer.Tables.Ingest;

/// <summary>A file of a snapshot.</summary>
/// <param name="Path">Its path at the source: mmz4281/2425/E0.csv.</param>
/// <param name="Sha256">Hash of its raw bytes, hex.</param>
/// <param name="Stale">True where these are the last good bytes, because the file could not be fetched this time.</param>
public sealed record ManifestFile(string Path, string Sha256, bool Stale);

/// <summary>Reads what Ingest stored.</summary>
public static class Manifest
{
    /// <summary>The files of a snapshot by its number, in the order of their paths.</summary>
    public static async Task<IReadOnlyList<ManifestFile>> Read(NpgsqlConnection connection, int number, CancellationToken cancellation)
    {
        const string sql = """
            select path, sha256, stale
            from ingest.snapshot_file
            where number = @number
            order by path collate "C"
            """;
        var files = await connection.QueryAsync<ManifestFile>(new CommandDefinition(sql, new { number }, cancellationToken: cancellation));
        return files.AsList();
    }

    /// <summary>The raw bytes behind some hashes. Hashes that are not stored are missing from the answer.</summary>
    public static async IAsyncEnumerable<(string Sha256, byte[] Content)> ReadBlobs(
        NpgsqlConnection connection, IReadOnlyCollection<string> hashes,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select sha256, bytes, gzip from ingest.blob where sha256 = any($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. hashes] });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return (reader.GetString(0), Unzip(reader.GetFieldValue<byte[]>(2), reader.GetInt32(1)));
    }

    static byte[] Unzip(byte[] gzip, int length)
    {
        var content = new byte[length];
        using var zipped = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        zipped.ReadExactly(content);
        return content;
    }
}
