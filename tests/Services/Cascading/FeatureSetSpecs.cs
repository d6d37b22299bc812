using Microsoft.Extensions.DependencyInjection;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.Featurize;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Cascading;

/// <summary>What Featurize stores: the rows that changed, once, and every version readable.</summary>
sealed class FeatureSetSpecs
{
    readonly ScratchDatabase database = TwoRuns.Cascade.Database;
    readonly FeaturesBuilt first = (FeaturesBuilt)TwoRuns.First[typeof(FeaturesBuilt)].Event, second = (FeaturesBuilt)TwoRuns.Second[typeof(FeaturesBuilt)].Event;

    [Test]
    public async Task Writes_only_the_rows_that_changed()
    {
        var validated = (SnapshotValidated)TwoRuns.Second[typeof(SnapshotValidated)].Event;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.FeatureSetVersion, first.ChangedRows), Is.EqualTo((1, first.Rows)));
            Assert.That((second.FeatureSetVersion, second.Rows), Is.EqualTo((2, validated.Matches + validated.Fixtures)));
            Assert.That(second.ChangedRows, Is.InRange(1, 30));
            Assert.That(await database.Value<int>("select count(*)::int from featurize.feature_row where from_version = 2"), Is.EqualTo(second.ChangedRows));
        }
    }

    [Test]
    public async Task Can_still_be_read_at_an_older_version()
    {
        const string rows = "select count(*)::int from featurize.feature_row where from_version <= @version and (to_version is null or to_version > @version)";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await database.Value<int>(rows, new { version = 1 }), Is.EqualTo(first.Rows));
            Assert.That(await database.Value<int>(rows, new { version = 2 }), Is.EqualTo(second.Rows));
        }
    }

    [Test]
    public async Task Stays_at_its_version_where_nothing_changed_and_force_builds_it_again()
    {
        var step = TwoRuns.Second[typeof(FeaturesBuilt)];
        var message = (SnapshotValidated)step.Message;
        var before = await database.Content("featurize", published: true);
        var again = await step.Stage.Consume<FeaturesBuilt>(message with { Run = message.Run with { Id = Guid.NewGuid(), Force = true } });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((again.FeatureSetVersion, again.FeatureSetHash, again.ChangedRows), Is.EqualTo((2, second.FeatureSetHash, 0)));
            Assert.That(again.Step.Remembered, Is.False);
            Assert.That(await database.Content("featurize", published: true), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task Leaves_nothing_behind_of_a_build_that_was_cancelled()
    {
        var before = await database.Content("featurize");
        using var cancelled = new CancellationTokenSource();
        var build = TwoRuns.Cascade.Featurize.Services.GetRequiredService<FeatureSetBuild>();
        await Assert.CatchAsync<OperationCanceledException>(() => build.Run(1, "another", TwoRuns.SecondDay, (_, _) => cancelled.Cancel(), cancelled.Token));
        Assert.That(await database.Content("featurize"), Is.EqualTo(before));
    }
}
