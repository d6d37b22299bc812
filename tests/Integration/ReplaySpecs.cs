using Dapper;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>A season as it goes by: one of the twins sees each week, the other only the last, and a new system nothing else at all.</summary>
[TestFixture]
sealed class ReplaySpecs : Twins
{
    [Test]
    public async Task A_replay_week_by_week_adds_only_what_changed_and_ends_where_one_run_at_the_last_date_ends()
    {
        DateOnly[] weeks = [NextWeek(), NextWeek(), NextWeek(), NextWeek()];
        await using var once = await ScratchSystem.Start(Worlds.Tiny);
        var direct = once.Run(weeks[^1], "always");
        var caughtUp = Disturbed.Run(weeks[^1], "always");
        var settled = await Settled();
        RunOutcome last = null!;
        foreach (var week in weeks)
        {
            last = await Undisturbed.Run(week, "always");
            Assert.That(last.Status, Is.EqualTo("completed"), last.Failure);
            Assert.That(last.Count("validate", "added") + last.Count("validate", "changed"), Is.InRange(1, 30), $"the week until {week}");
        }
        Assert.That(await Settled(), Is.GreaterThan(settled), "forecasts of the weeks before are settled");

        foreach (var other in new[] { await direct, await caughtUp })
        {
            Assert.That(last.DatasetHash, Is.EqualTo(other.DatasetHash));
            Assert.That(last.FeatureSetHash, Is.EqualTo(other.FeatureSetHash));
            Assert.That(last.ModelId, Is.EqualTo(other.ModelId));
        }
    }

    static async Task<long> Settled()
    {
        await using var database = await Undisturbed.Database();
        return await database.QuerySingleAsync<long>("select count(*) from drift_check.settled_forecast");
    }
}
