using Dapper;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>A season as it goes by.</summary>
[TestFixture]
sealed class ReplaySpecs
{
    [Test]
    public async Task A_replay_week_by_week_adds_only_what_changed_and_ends_where_one_run_at_the_last_date_ends()
    {
        Surroundings.Need();
        var (one, other) = (ScratchSystem.Start(Worlds.Tiny), ScratchSystem.Start(Worlds.Tiny));
        await using var system = await one;
        await using var once = await other;
        var direct = once.Run(Worlds.Day.AddDays(28), "always");
        var last = await system.Run(Worlds.Day);
        for (var week = 1; week <= 4; week++)
        {
            last = await system.Run(Worlds.Day.AddDays(7 * week), "always");
            Assert.That(last.Status, Is.EqualTo("completed"), last.Failure);
            Assert.That(last.Count("validate", "added") + last.Count("validate", "changed"), Is.InRange(1, 30), $"week {week}");
        }
        await using var database = await system.Database();
        Assert.That(await database.QuerySingleAsync<long>("select count(*) from drift_check.settled_forecast"), Is.Positive, "forecasts of the weeks before are settled");

        Assert.That(last.DatasetHash, Is.EqualTo((await direct).DatasetHash));
        Assert.That(last.FeatureSetHash, Is.EqualTo((await direct).FeatureSetHash));
        Assert.That(last.ModelId, Is.EqualTo((await direct).ModelId));
    }
}
