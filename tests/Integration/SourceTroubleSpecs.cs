using Dapper;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>A source that is down, and one that comes back.</summary>
[TestFixture]
sealed class SourceTroubleSpecs
{
    [Test]
    public async Task A_source_that_fails_ends_the_run_as_failed_with_the_address_and_keeps_what_is_stored()
    {
        Surroundings.Need();
        await using var system = await ScratchSystem.Start(
            Worlds.Tiny, new() { ["Ingest__Retries"] = "1", ["Ingest__RetryPauseSeconds"] = "0.1" }, ["Ingest", "Validate", "Api"]);
        await using var database = await system.Database();
        await system.Begin(Worlds.Day);
        await Eventually.Happens("a dataset stands", async () => await database.QuerySingleAsync<long>("select count(*) from validate.dataset") == 1, TimeSpan.FromSeconds(60));

        await system.MoveSource(Worlds.Day.AddDays(7));
        await system.BreakSource(new { path = "*", kind = "status", status = 503 });
        var failed = await system.End(await system.Begin(Worlds.Day.AddDays(7)));
        Assert.That(failed.Status, Is.EqualTo("failed"));
        Assert.That(failed.Failure, Does.Contain(system["Source"].Url.AbsoluteUri).And.Contain("503"));
        Assert.That(await database.QuerySingleAsync<long>("select count(*) from ingest.snapshot"), Is.EqualTo(1));
    }
}
