using System.Collections.Concurrent;
using Npgsql;
using Soccer.Csv;
using Soccer.Tables.Ingest;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Reading;

/// <summary>Reads a stored snapshot's files and puts them together.</summary>
static class SnapshotReader
{
    /// <summary>Two use what a small machine has. One more waits for the next file, which the database sends and the waiting one unzips.</summary>
    static readonly int Readers = Math.Clamp(Environment.ProcessorCount, 1, 4) + 1;

    /// <summary>The snapshot's content; <paramref name="progress"/> is told files done and in all. The first error of any reader ends all of them.</summary>
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
        var contents = new List<FileContent>();
        var lists = new ConcurrentBag<(SourceFile File, byte[] Bytes)>();
        progress(0, files.Count);
        var blobs = Manifest.ReadBlobs(connection, [.. files.Select(file => file.Key)], cancellation);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(blobs, limits, (blob, _) =>
        {
            foreach (var file in files[blob.Sha256])
            {
                if (file.IsFixtures)
                    lists.Add((file, blob.Content));
                else
                    Add(FileReader.Read(file, blob.Content));
            }
            return ValueTask.CompletedTask;
        });
        // Which divisions there are is known when all results are read.
        var divisions = new KnownDivisions(contents);
        foreach (var (file, bytes) in lists)
            Add(FileReader.Read(file, bytes, divisions));
        var missing = files.SelectMany(file => file).Select(file => file.Path).Except(contents.Select(content => content.File.Path)).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException($"the bytes of {missing.Count} files of snapshot {number} are not in ingest.blob: {missing[0]}, ...");
        return Dataset.Of(contents);

        void Add(FileContent content)
        {
            lock (contents)
            {
                contents.Add(content);
                progress(Math.Min(contents.Count, files.Count), files.Count);
            }
        }
    }
}
