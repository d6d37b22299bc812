using System.Security.Cryptography;
using static Soccer.Services.Tests.Scratch.IngestTrial;

namespace Soccer.Services.Tests.Ingesting;

/// <summary>Ingest against a source that is well: what it asks for, and what it stores.</summary>
[Parallelizable(ParallelScope.All)]
sealed class CrawlSpecs
{
    const string Open = "mmz4281/2425/E0.csv";

    static readonly string[] Files =
        ["fixtures.csv", "mmz4281/2122/E0.csv", "mmz4281/2223/E0.csv", "mmz4281/2324/E0.csv", Open, "new_league_fixtures.csv"];

    [Test]
    public async Task Finds_the_files_by_the_pages_and_stores_their_bytes()
    {
        await using var trial = await Start();
        var said = await trial.Crawl();
        var manifest = await trial.Manifest();
        using var http = new HttpClient();
        var served = await http.GetByteArrayAsync(new Uri(trial.Source.Url, Open));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(manifest.Select(file => file.Path), Is.EqualTo(Files));
            Assert.That(manifest.Single(file => file.Path == Open).Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(served))));
            Assert.That((said.SnapshotNumber, said.Files, said.ChangedFiles, said.StaleFiles, said.FailedUrls), Is.EqualTo((1, 6, 6, 0, Array.Empty<string>())));
            Assert.That(said.Bytes, Is.EqualTo(await trial.Database.Value<long>("select sum(bytes) from ingest.blob join ingest.snapshot_file using (sha256)")));
        }
    }

    [Test]
    public async Task Fetches_nothing_again_that_has_not_changed()
    {
        await using var trial = await Start();
        var first = await trial.Crawl();
        await trial.Asked();
        var second = await trial.Crawl();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await trial.Asked(), Is.EquivalentTo(Files.Select(file => KeyValuePair.Create($"{file} 304", 1))));
            Assert.That((second.SnapshotId, second.SnapshotNumber, second.ChangedFiles), Is.EqualTo((first.SnapshotId, 1, 0)));
        }
    }

    [Test]
    public async Task Fetches_what_has_changed_and_numbers_the_state_anew()
    {
        await using var trial = await Start();
        var first = await trial.Crawl();
        await trial.Asked();
        await trial.Source.MoveTo(Day.AddDays(7));
        var second = await trial.Crawl();
        var asked = await trial.Asked();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Keys.Where(key => key.EndsWith(" 200", StringComparison.Ordinal)), Is.EquivalentTo([$"{Open} 200", "fixtures.csv 200"]));
            Assert.That((second.SnapshotNumber, second.Files, second.ChangedFiles), Is.EqualTo((2, 6, 2)));
            Assert.That(second.SnapshotId, Is.Not.EqualTo(first.SnapshotId));
        }
    }
}
