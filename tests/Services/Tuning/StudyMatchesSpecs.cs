using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Soccer.Services.Tests.Scratch;
using Soccer.Train.Tuning;

namespace Soccer.Services.Tests.Tuning;

/// <summary>Matches stay in memory from trial to trial, and no longer than trials come.</summary>
sealed class StudyMatchesSpecs
{
    readonly JumpingClock clock = new(DateTimeOffset.UnixEpoch, StudyMatches.Kept);

    [Test]
    public async Task A_replica_that_hears_no_more_of_a_study_lets_its_matches_go()
    {
        using var matches = new StudyMatches(TunedRun.Cascade.Train.Services.GetRequiredService<NpgsqlDataSource>(), clock);
        var first = await Read(matches);
        await Task.Delay(StudyMatches.Kept / 2, clock);
        Assert.That(await Read(matches), Is.SameAs(first), "another trial within the time");
        await Task.Delay(StudyMatches.Kept * 3 / 4, clock);
        Assert.That(await Read(matches), Is.SameAs(first), "the time begins anew with every trial");
        await Task.Delay(StudyMatches.Kept * 2, clock);
        Assert.That(await Read(matches), Is.Not.SameAs(first).And.Property("Count").EqualTo(first.Count), "none for longer");
    }

    static Task<Train.TrainingSet> Read(StudyMatches matches) => matches.Read(TunedRun.Built.FeatureSetVersion, CancellationToken.None);
}
