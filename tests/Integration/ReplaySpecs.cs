using Dapper;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>A season as it goes by: the twins see each week of it, and a third system begins at the last.</summary>
[TestFixture]
sealed class ReplaySpecs : Twins
{
    [Test]
    public async Task A_replay_week_by_week_adds_only_what_changed_and_ends_where_one_run_at_the_last_date_ends()
    {
        DateOnly[] weeks = [NextWeek(), NextWeek(), NextWeek(), NextWeek()];
        await using var once = await ScratchSystem.Start(Worlds.Tiny);
        var direct = once.Run(weeks[^1], "always");
        RunOutcome last = null!;
        foreach (var week in weeks)
        {
            var twin = Disturbed.Run(week, "always");
            last = await Undisturbed.Run(week, "always");
            Assert.That((await twin).Content, Is.EqualTo(last.Content));
            Assert.That(last.Status, Is.EqualTo("completed"), last.Failure);
            Assert.That(last.Count("validate", "added") + last.Count("validate", "changed"), Is.InRange(1, 30), $"the week until {week}");
        }
        await using var database = await Undisturbed.Database();
        const string settled = "select count(*) from drift_check.settled_forecast where date > @before";
        Assert.That(await database.QuerySingleAsync<long>(settled, new { before = weeks[0].AddDays(-7) }), Is.Positive, "forecasts of the weeks before are settled");

        Assert.That(last.DatasetHash, Is.EqualTo((await direct).DatasetHash));
        Assert.That(last.FeatureSetHash, Is.EqualTo((await direct).FeatureSetHash));
        Assert.That(last.ModelId, Is.EqualTo((await direct).ModelId));
    }
}
