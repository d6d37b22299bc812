using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Progress.V1;
using Soccer.Ingest;
using Soccer.Services.Tests.Scratch;
using static Soccer.Services.Tests.Scratch.IngestTrial;

namespace Soccer.Services.Tests.Ingesting;

/// <summary>Two replicas that crawl at once: what was read later has the higher number.</summary>
[Parallelizable(ParallelScope.All)]
sealed class CrawlLeaseSpecs
{
    [Test]
    public async Task A_crawl_that_began_later_waits_and_is_numbered_later()
    {
        await using var site = await ChangingSite.Start();
        await using var trial = await Start(("Ingest:Source", site.Url.AbsoluteUri), ("Ingest:IndexPages:0", "data.php"));
        trial.Clock.Move(TimeSpan.FromDays(1));
        await using var replica = Replica(trial, site);

        var earlier = trial.Crawl();
        await site.FirstCrawlStands;
        site.HomeGoals = 2;
        var waits = replica.Next<StageProgressed>(report => report.Step == "wait for another crawl");
        var later = replica.Consume<SnapshotIngested>(Command());
        await Task.WhenAny(waits, later);
        site.Release();

        Assert.That(((await earlier).SnapshotNumber, (await later).SnapshotNumber), Is.EqualTo((1, 2)));
        Assert.That(await NewestHash(trial), Is.EqualTo(HashOf(homeGoals: 2)));
    }

    [Test]
    public async Task A_replica_that_lost_its_connection_crawls_again_and_numbers_nothing_old()
    {
        await using var site = await ChangingSite.Start();
        await using var trial = await Start(("Ingest:Source", site.Url.AbsoluteUri), ("Ingest:IndexPages:0", "data.php"));
        trial.Clock.Move(TimeSpan.FromDays(1));
        await using var replica = Replica(trial, site);

        var earlier = trial.Crawl();
        await site.FirstCrawlStands;
        await trial.Database.Execute("""
            select pg_terminate_backend(pid)
            from pg_locks join pg_database on pg_database.oid = database
            where datname = current_database() and locktype = 'advisory' and objid = (hashtext('ingest crawl')::bigint & 4294967295)::oid
            """);
        site.HomeGoals = 2;
        var later = await replica.Consume<SnapshotIngested>(Command());
        site.Release();

        Assert.That(((await earlier).SnapshotNumber, later.SnapshotNumber), Is.EqualTo((1, 1)));
        Assert.That(await NewestHash(trial), Is.EqualTo(HashOf(homeGoals: 2)));
    }

    [Test]
    public async Task The_lease_ends_with_its_connection_and_a_wait_for_it_can_be_cancelled()
    {
        await using var database = await ScratchDatabase.Create();
        await using var source = NpgsqlDataSource.Create(database.ConnectionOf("ingest"));
        using var end = new CancellationTokenSource();
        await using (await CrawlLease.Take(source, () => { }, CancellationToken.None))
            Assert.That(async () => await CrawlLease.Take(source, end.Cancel, end.Token), Throws.InstanceOf<OperationCanceledException>());

        await using var next = await CrawlLease.Take(source, () => Assert.Fail("the lease is still held"), CancellationToken.None);
    }

    static StageHost Replica(IngestTrial trial, ChangingSite site) => StageHost.Of<IngestSnapshotConsumer>("ingest", trial.Database, new()
    {
        ["Ingest:Source"] = site.Url.AbsoluteUri,
        ["Ingest:IndexPages:0"] = "data.php",
    });

    static Task<string> NewestHash(IngestTrial trial) => trial.Database.Value<string>(
        "select sha256 from ingest.snapshot_file where path = @path order by number desc limit 1", new { path = ChangingSite.Changes });

    static string HashOf(int homeGoals) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ChangingSite.File("E0", homeGoals))));
}
