using System.Threading.Channels;
using Npgsql;
using Soccer.Tables.Ingest;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Reading;

/// <summary>Reads a stored snapshot's files and puts them together.</summary>
static class SnapshotReader
{
    /// <summary>Unzipped files waiting for a reader: enough to keep the readers busy, few enough to keep the whole mirror out of memory.</summary>
    const int Waiting = 16;

    /// <summary>Two readers use what a small machine has; the database unzips for them on a third thread.</summary>
    static readonly int Readers = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>The snapshot's content; <paramref name="progress"/> is told files done and in all.</summary>
    /// <exception cref="InvalidOperationException">The snapshot has no manifest, or bytes of its files are not stored.</exception>
    public static async Task<Dataset> Read(NpgsqlDataSource database, int number, Action<int, int> progress, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var manifest = await Manifest.Read(connection, number, cancellation);
        if (manifest.Count == 0)
            throw new InvalidOperationException($"snapshot {number} has no manifest in ingest.snapshot_file");
        var files = manifest
            .Select(entry => (File: SourceFile.Of(entry.Path), entry.Sha256))
            .Where(entry => entry.File is not null)
            .ToLookup(entry => entry.Sha256, entry => entry.File!);
        var blobs = Channel.CreateBounded<(string Sha256, byte[] Content)>(Waiting);
        var contents = new List<FileContent>();
        progress(0, files.Count);
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(ReadFiles, cancellation)).ToArray();
        try
        {
            await foreach (var blob in Manifest.ReadBlobs(connection, [.. files.Select(file => file.Key)], cancellation))
                await blobs.Writer.WriteAsync(blob, cancellation);
            blobs.Writer.TryComplete();
        }
        catch (Exception error)
        {
            blobs.Writer.TryComplete(error);
        }
        await Task.WhenAll(readers);
        var missing = files.SelectMany(file => file).Select(file => file.Path).Except(contents.Select(content => content.File.Path)).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException($"the bytes of {missing.Count} files of snapshot {number} are not in ingest.blob: {missing[0]}, ...");
        return Dataset.Of(contents);

        async Task ReadFiles()
        {
            await foreach (var (sha256, bytes) in blobs.Reader.ReadAllAsync(cancellation))
            {
                foreach (var file in files[sha256])
                {
                    var content = FileReader.Read(file, bytes);
                    lock (contents)
                    {
                        contents.Add(content);
                        progress(Math.Min(contents.Count, files.Count), files.Count);
                    }
                }
            }
        }
    }
}
