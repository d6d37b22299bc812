using Soccer.Services.Tests.Scratch;
using Soccer.Source.Faults;
using static Soccer.Services.Tests.Scratch.IngestTrial;

namespace Soccer.Services.Tests.Ingesting;

/// <summary>What Ingest owes a source that is not its own: a slow pace, its robots.txt, and no question whose answer it knows.</summary>
[Parallelizable(ParallelScope.All)]
sealed class PolitenessSpecs
{
    static readonly (string, string) NotExempt = ("Ingest:ExemptLoopback", "false");

    [Test]
    public async Task Asks_a_host_once_a_second()
    {
        await using var trial = await Start(NotExempt);
        await trial.Crawl();
        var asked = await trial.Source.Requests();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trial.Clock.Waits, Is.EqualTo(Enumerable.Repeat(TimeSpan.FromSeconds(1), asked.Total - 1)));
            Assert.That(asked.MostAtOnce, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Asks_less_often_where_robots_txt_wants_it_however_long_that_takes()
    {
        await using var trial = await Start(NotExempt);
        await trial.Source.Break(Robots("User-agent: *\nCrawl-delay: 60"));
        var said = await trial.Crawl();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trial.Clock.Waits[1..], Has.All.EqualTo(TimeSpan.FromSeconds(60)));
            Assert.That(said.Files, Is.EqualTo(6));
        }
    }

    [Test]
    public async Task Does_not_pause_for_a_source_on_this_machine()
    {
        await using var trial = await Start();
        await trial.Crawl();
        Assert.That(trial.Clock.Waits, Is.Empty);
    }

    [Test]
    public async Task Asks_for_closed_seasons_again_after_a_week_only()
    {
        await using var trial = await Start(NotExempt);
        await trial.Crawl();
        await trial.Asked();

        trial.Clock.Move(TimeSpan.FromDays(6));
        var soon = await trial.Crawl();
        Assert.That(await trial.Asked(), Is.EquivalentTo(Asked("fixtures.csv", "mmz4281/2425/E0.csv", "new_league_fixtures.csv")));

        trial.Clock.Move(TimeSpan.FromDays(1));
        await trial.Crawl();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await trial.Asked(), Is.EquivalentTo(Asked(
                "fixtures.csv", "mmz4281/2122/E0.csv", "mmz4281/2223/E0.csv", "mmz4281/2324/E0.csv", "mmz4281/2425/E0.csv", "new_league_fixtures.csv")));
            Assert.That((soon.Files, soon.StaleFiles, soon.ChangedFiles), Is.EqualTo((6, 0, 0)));
        }
        static IEnumerable<KeyValuePair<string, int>> Asked(params string[] files) => files.Select(file => KeyValuePair.Create($"{file} 304", 1));
    }

    [Test]
    public async Task Never_asks_for_what_robots_txt_disallows()
    {
        await using var trial = await Start();
        await trial.Source.Break(Robots("User-agent: *\nDisallow: /mmz4281/2122/"));
        var said = await trial.Crawl();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await trial.Asked()).Keys, Has.None.StartWith("mmz4281/2122/"));
            Assert.That(said.Files, Is.EqualTo(5));
            Assert.That(said.FailedUrls, Is.EqualTo([$"{trial.Source.Url}mmz4281/2122/E0.csv: robots.txt does not allow it"]));
        }
    }

    [Test]
    public async Task Says_where_robots_txt_shuts_it_out()
    {
        await using var trial = await Start();
        await trial.Source.Break(Robots("User-agent: *\nDisallow: /"));
        var error = (await Assert.ThrowsAsync<StageFaultedException>(trial.Crawl))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo($"{trial.Source.Url} links no data file; {trial.Source.Url}data.php: robots.txt does not allow it"));
            Assert.That((await trial.Source.Requests()).Paths.Select(request => request.Path), Is.EqualTo(["/robots.txt"]));
        }
    }

    [Test]
    public async Task Reads_a_site_without_robots_txt()
    {
        await using var trial = await Start();
        await trial.Source.Break(Status("/robots.txt", 404));
        Assert.That((await trial.Crawl()).Files, Is.EqualTo(6));
    }

    // The source's own rules follow in the next lines.
    static Fault Robots(string text) => new("/robots.txt", FaultKind.Header, Header: text);
}
