using Dapper;
using Soccer.Integration.Tests.Scratch;
using Soccer.Tables.Featurize;

namespace Soccer.Integration.Tests;

/// <summary>A season as it goes by.</summary>
[TestFixture]
sealed class ReplaySpecs
{
    [Test]
    public async Task A_source_that_comes_back_to_an_earlier_state_is_worked_through_again()
    {
        Surroundings.Need();
        await using var system = await ScratchSystem.Start(Worlds.Tiny);
        var before = await system.Run(Worlds.Day.AddDays(7));
        var back = await system.Run(Worlds.Day);
        var again = await system.Run(Worlds.Day.AddDays(7));
        Assert.That(back.DatasetHash, Is.Not.EqualTo(before.DatasetHash));
        Assert.That(again.Status, Is.EqualTo("completed"), again.Failure);
        Assert.That(again.DatasetHash, Is.EqualTo(before.DatasetHash));
        Assert.That(again.DatasetVersion, Is.GreaterThan(back.DatasetVersion));
        await using var database = await system.Database();
        var newest = await FeatureSets.Newest(database, CancellationToken.None);
        Assert.That((newest!.DatasetVersion, newest.Hash), Is.EqualTo((again.DatasetVersion, again.FeatureSetHash)), "what a question without a version is answered from");
    }

    [Test]
    public async Task A_replay_week_by_week_adds_only_what_changed_and_ends_where_one_run_at_the_last_date_ends()
    {
        Surroundings.Need();
        await using var system = await ScratchSystem.Start(Worlds.Tiny);
        var last = await system.Run(Worlds.Day);
        for (var week = 1; week <= 4; week++)
        {
            last = await system.Run(Worlds.Day.AddDays(7 * week), "always");
            Assert.That(last.Status, Is.EqualTo("completed"), last.Failure);
            Assert.That(last.Count("validate", "added") + last.Count("validate", "changed"), Is.InRange(1, 30), $"week {week}");
        }
        await using var database = await system.Database();
        Assert.That(await database.QuerySingleAsync<long>("select count(*) from drift_check.settled_forecast"), Is.Positive, "forecasts of the weeks before are settled");

        await using var once = await ScratchSystem.Start(Worlds.Tiny);
        var direct = await once.Run(Worlds.Day.AddDays(28), "always");
        Assert.That(last.DatasetHash, Is.EqualTo(direct.DatasetHash));
        Assert.That(last.FeatureSetHash, Is.EqualTo(direct.FeatureSetHash));
        Assert.That(last.ModelId, Is.EqualTo(direct.ModelId));
    }
}
