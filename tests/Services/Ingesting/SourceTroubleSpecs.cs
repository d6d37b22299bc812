using Soccer.Api.Ledger;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Ingest.Fetching;
using Soccer.Services.Tests.Scratch;
using Soccer.Source.Faults;
using static Soccer.Services.Tests.Scratch.IngestTrial;

namespace Soccer.Services.Tests.Ingesting;

/// <summary>Ingest against a source that fails: what it bears, what it says, and when it gives up.</summary>
[Parallelizable(ParallelScope.All)]
sealed class SourceTroubleSpecs
{
    const string Open = "mmz4281/2425/E0.csv";

    [Test]
    public async Task Waits_as_long_as_a_busy_source_asks_for()
    {
        await using var trial = await Start();
        await trial.Source.Break(Status($"/{Open}", 429, times: 2, retryAfter: 7));
        var said = await trial.Crawl();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trial.Clock.Waits, Is.EqualTo([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)]));
            Assert.That((await trial.Asked())[$"{Open} 200"], Is.EqualTo(1));
            Assert.That(said.StaleFiles, Is.Zero);
        }
    }

    [Test]
    public async Task Asks_again_after_an_error_and_after_a_body_cut_short()
    {
        await using var trial = await Start();
        await trial.Source.Break(Status($"/{Open}", 503, times: 2), new Fault("/fixtures.csv", FaultKind.Reset, Times: 2));
        var said = await trial.Crawl();
        var asked = await trial.Asked();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((asked[$"{Open} 503"], asked[$"{Open} 200"]), Is.EqualTo((2, 1)));
            Assert.That((asked["fixtures.csv 0"], asked["fixtures.csv 200"]), Is.EqualTo((2, 1)));
            Assert.That((said.Files, said.StaleFiles), Is.EqualTo((6, 0)));
            Assert.That(trial.Clock.Waits, Has.Length.EqualTo(4));
        }
    }

    [Test]
    public async Task Lets_a_file_that_fails_stand_with_its_last_good_bytes_and_says_so()
    {
        await using var trial = await Start();
        await trial.Crawl();
        var before = await trial.Manifest();
        await trial.Source.MoveTo(Day.AddDays(7));
        await trial.Source.Break(new Fault($"/{Open}", FaultKind.Reset));
        var said = await trial.Crawl();
        var after = await trial.Manifest();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((said.SnapshotNumber, said.Files, said.ChangedFiles, said.StaleFiles), Is.EqualTo((2, 6, 1, 1)));
            Assert.That(said.FailedUrls, Has.Length.EqualTo(1).And.All.StartsWith($"{trial.Source.Url}{Open}: "));
            Assert.That(EndOf(said), Is.EqualTo(RunStatus.Partial));
            Assert.That(after.Where(file => file.Stale).Select(file => file.Path), Is.EqualTo([Open]));
            Assert.That(after.Single(file => file.Path == Open).Sha256, Is.EqualTo(before.Single(file => file.Path == Open).Sha256));
        }
    }

    [Test]
    public async Task Leaves_out_a_file_that_was_never_fetched_and_says_so()
    {
        await using var trial = await Start();
        await trial.Source.Break(Status($"/{Open}", 404));
        var said = await trial.Crawl();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await trial.Manifest()).Select(file => file.Path).ToList(), Has.Count.EqualTo(5).And.Not.Contain(Open));
            Assert.That((said.Files, said.StaleFiles), Is.EqualTo((5, 0)));
            Assert.That(EndOf(said), Is.EqualTo(RunStatus.Partial));
            Assert.That(said.FailedUrls, Is.EqualTo([$"{trial.Source.Url}{Open}: the source answered 404 NotFound"]));
            Assert.That((await trial.Asked())[$"{Open} 404"], Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Gives_up_where_more_files_fail_than_are_allowed_and_keeps_those_that_came()
    {
        await using var trial = await Start();
        await trial.Source.Break(Status("/mmz4281/22*", 500), Status("/mmz4281/23*", 500));
        var error = (await Assert.ThrowsAsync<StageFaultedException>(trial.Crawl))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Cause, Is.EqualTo(typeof(SourceException).FullName));
            Assert.That(error.Message, Does.StartWith("2 of 6 files could not be fetched, more than the share of 0.2 that is allowed (Ingest:MaxFailedShare)")
                .And.Contain($"{trial.Source.Url}mmz4281/2223/E0.csv: the source answered 500 InternalServerError"));
            Assert.That(await trial.Database.Value<long>("select count(*) from ingest.snapshot"), Is.Zero);
        }

        await trial.Source.Break();
        await trial.Asked();
        var said = await trial.Crawl();
        var asked = await trial.Asked();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Keys.Where(key => key.EndsWith(" 200", StringComparison.Ordinal)), Is.EquivalentTo(["mmz4281/2223/E0.csv 200", "mmz4281/2324/E0.csv 200"]));
            Assert.That((said.SnapshotNumber, said.Files), Is.EqualTo((1, 6)));
        }
    }

    [Test]
    public async Task Gives_up_with_address_and_reason_where_the_source_is_down_and_keeps_what_it_has()
    {
        await using var trial = await Start();
        await trial.Crawl();
        var before = await trial.Database.Content("ingest", published: true);
        await trial.Source.Break(Status("*", 503));
        var error = (await Assert.ThrowsAsync<StageFaultedException>(trial.Crawl))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo($"{trial.Source.Url}robots.txt: the source answered 503 ServiceUnavailable"));
            Assert.That(await trial.Database.Content("ingest", published: true), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task Gives_up_with_address_and_reason_where_nobody_listens()
    {
        await using var trial = await Start(("Ingest:Source", "http://127.0.0.1:1/"));
        var error = (await Assert.ThrowsAsync<StageFaultedException>(trial.Crawl))!;
        Assert.That(error.Message, Is.EqualTo("http://127.0.0.1:1/robots.txt: Connection refused (127.0.0.1:1)"));
    }

    [Test]
    public async Task Keeps_the_files_of_a_page_that_fails_and_names_the_page()
    {
        await using var trial = await Start();
        var first = await trial.Crawl();
        await trial.Source.Break(Status("/englandm.php", 500));
        var said = await trial.Crawl();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((said.SnapshotId, said.Files, said.StaleFiles), Is.EqualTo((first.SnapshotId, 6, 0)));
            Assert.That(said.FailedUrls, Is.EqualTo([$"{trial.Source.Url}englandm.php: the source answered 500 InternalServerError"]));
            Assert.That((EndOf(first), EndOf(said)), Is.EqualTo((RunStatus.Completed, RunStatus.Partial)));
        }
    }

    [Test]
    public async Task Keeps_the_files_of_a_page_that_is_refused_and_names_the_page()
    {
        await using var trial = await Start();
        var first = await trial.Crawl();
        await trial.Source.Break(Status("/englandm.php", 403));
        var said = await trial.Crawl();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((said.SnapshotId, said.Files, said.StaleFiles), Is.EqualTo((first.SnapshotId, 6, 0)));
            Assert.That(said.FailedUrls, Is.EqualTo([$"{trial.Source.Url}englandm.php: the source answered 403 Forbidden"]));
        }
    }

    [TestCase(404)]
    [TestCase(410)]
    public async Task Takes_a_page_that_is_not_there_for_a_dead_link(int status)
    {
        await using var trial = await Start();
        await trial.Source.Break(Status("/all_new_data.php", status));
        Assert.That((await trial.Crawl()).FailedUrls, Is.Empty);
    }

    [Test]
    public async Task Gives_up_where_no_page_is_there()
    {
        await using var trial = await Start();
        await trial.Source.Break(Status("/*.php", 404));
        var error = (await Assert.ThrowsAsync<StageFaultedException>(trial.Crawl))!;
        Assert.That(error.Message, Is.EqualTo($"{trial.Source.Url} links no data file"));
    }

    [Test]
    public async Task Takes_no_file_that_is_too_large()
    {
        await using var trial = await Start(("Ingest:MaxFileBytes", "1000"));
        var error = (await Assert.ThrowsAsync<StageFaultedException>(trial.Crawl))!;
        Assert.That(error.Message, Does.Contain("larger than 1000 bytes (Ingest:MaxFileBytes)"));
    }
}
