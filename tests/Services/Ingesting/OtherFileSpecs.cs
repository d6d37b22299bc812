using Soccer.Api.Ledger;
using Soccer.Services.Tests.Scratch;
using Soccer.Source.Faults;
using static Soccer.Services.Tests.Scratch.IngestTrial;

namespace Soccer.Services.Tests.Ingesting;

/// <summary>Ingest against a source that answers with something else than the file it was asked for, or does not have it yet.</summary>
[Parallelizable(ParallelScope.All)]
sealed class OtherFileSpecs
{
    const string Open = "mmz4281/2425/E0.csv";

    [TestCase("<html><body>Back soon</body></html>", "it is a web page, not a CSV file")]
    [TestCase("Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nEC,17/08/2024,Alva,Brega,1,0,H\n", "it holds division EC, not E0: the source answered with another file")]
    [TestCase("Div,Day,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nE0,17/08/2024,Alva,Brega,1,0,H\n", "the header has no column Date")]
    public async Task Takes_no_other_file_for_the_one_that_it_asked_for(string body, string reason)
    {
        await using var trial = await Start();
        await trial.Source.Break(new Fault($"/{Open}", FaultKind.Body, Body: body));
        var missing = await trial.Crawl();
        await trial.Source.Break();
        await trial.Crawl();
        var good = await trial.Manifest();
        await trial.Source.Break(new Fault($"/{Open}", FaultKind.Body, Body: body));
        var stale = await trial.Crawl();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((missing.Files, missing.StaleFiles), Is.EqualTo((5, 0)));
            Assert.That(missing.FailedUrls, Is.EqualTo([$"{trial.Source.Url}{Open}: {reason}"]));
            Assert.That((stale.Files, stale.StaleFiles), Is.EqualTo((6, 1)));
            Assert.That(stale.FailedUrls, Is.EqualTo(missing.FailedUrls));
            Assert.That(await trial.Manifest(), Is.EquivalentTo(good));
            Assert.That(EndOf(stale), Is.EqualTo(RunStatus.Partial));
        }
    }

    [Test]
    public async Task Files_that_were_never_there_say_nothing_of_the_source()
    {
        await using var trial = await Start();
        await trial.Source.Break(Status("/mmz4281/22*", 404), Status("/mmz4281/23*", 404), Status("/mmz4281/24*", 404));
        Assert.That((await trial.Crawl()).Files, Is.EqualTo(3));
    }

    [Test]
    public async Task Gives_up_where_no_file_can_be_read()
    {
        await using var trial = await Start();
        await trial.Source.Break(new Fault("/*.csv", FaultKind.Body, Body: "<html>"));
        Assert.That((await Assert.ThrowsAsync<StageFaultedException>(trial.Crawl))!.Message, Does.StartWith($"6 of the 6 files of {trial.Source.Url} could not be read; the first: "));
    }
}
