using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.Services.Tests.Scratch;
using Soccer.Source.Faults;
using Soccer.Validate;
using static Soccer.Services.Tests.Scratch.IngestTrial;
using static Soccer.Services.Tests.Scratch.Sayings;

namespace Soccer.Services.Tests.Validating;

/// <summary>How a snapshot ends that does not simply become the next dataset version.</summary>
[Parallelizable(ParallelScope.All)]
sealed class ValidateSnapshotSpecs
{
    [Test]
    public async Task Ends_an_older_snapshot_that_comes_late_as_superseded_each_time_it_comes()
    {
        await using var trial = await Start();
        await using var validate = StageHost.Of<ValidateSnapshotConsumer>("validate", trial.Database);
        var older = await trial.Crawl();
        await trial.Source.MoveTo(Day.AddDays(7));
        await validate.Consume<SnapshotValidated>(await trial.Crawl(Day.AddDays(7)));

        var said = await validate.Consume<SnapshotSuperseded>(older);
        var before = await trial.Database.Content("validate");
        var again = await validate.Consume<SnapshotSuperseded>(older);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((said.Run, said.SnapshotNumber, said.MergedNumber), Is.EqualTo((older.Run, 1, 2)));
            Assert.That(Lasting(again), Is.EqualTo(Lasting(said)));
            Assert.That(await trial.Database.Content("validate"), Is.EqualTo(before));
            Assert.That(await Versions(trial), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Rejects_a_snapshot_with_half_a_file_each_time_and_leaves_the_dataset()
    {
        await using var trial = await Start();
        await using var validate = StageHost.Of<ValidateSnapshotConsumer>("validate", trial.Database);
        await validate.Consume<SnapshotValidated>(await trial.Crawl());
        await trial.Source.Break(new Fault("/mmz4281/2122/E0.csv", FaultKind.Truncate));
        var broken = await trial.Crawl();

        var said = await validate.Consume<SnapshotRejected>(broken);
        var before = await trial.Database.Content("validate");
        var again = await validate.Consume<SnapshotRejected>(broken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(said.Gates.Where(gate => gate.Gate == "continuity").Select(gate => gate.Passed), Has.Some.False);
            Assert.That(Lasting(again), Is.EqualTo(Lasting(said)));
            Assert.That(await trial.Database.Content("validate"), Is.EqualTo(before));
            Assert.That(await Versions(trial), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Merges_once_where_two_replicas_have_the_same_snapshot()
    {
        await using var trial = await Start();
        await using var one = StageHost.Of<ValidateSnapshotConsumer>("validate", trial.Database);
        await using var other = StageHost.Of<ValidateSnapshotConsumer>("validate", trial.Database);
        var snapshot = await trial.Crawl();
        var said = await Task.WhenAll(one.Consume<SnapshotValidated>(snapshot), other.Consume<SnapshotValidated>(snapshot));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Lasting(said[1]), Is.EqualTo(Lasting(said[0])));
            Assert.That(await Versions(trial), Is.EqualTo(1));
            Assert.That(await trial.Database.Value<int>("select count(*)::int from validate.match"), Is.EqualTo(said[0].Matches + said[0].Fixtures));
        }
    }

    [Test]
    public async Task Gives_a_state_that_comes_again_its_old_hash_under_a_new_version()
    {
        await using var trial = await Start();
        await using var validate = StageHost.Of<ValidateSnapshotConsumer>("validate", trial.Database);
        var first = await validate.Consume<SnapshotValidated>(await trial.Crawl());
        await trial.Source.MoveTo(Day.AddDays(7));
        var second = await validate.Consume<SnapshotValidated>(await trial.Crawl(Day.AddDays(7)));
        await trial.Source.MoveTo(Day);
        var third = await validate.Consume<SnapshotValidated>(await trial.Crawl());
        Assert.That((third.DatasetVersion, third.DatasetHash, third.Changed), Is.EqualTo((3, first.DatasetHash, second.Changed)));
    }

    [Test]
    public async Task Rejects_a_snapshot_with_results_of_days_that_the_run_has_not_reached()
    {
        await using var trial = await Start();
        await using var validate = StageHost.Of<ValidateSnapshotConsumer>("validate", trial.Database);
        await trial.Source.MoveTo(Day.AddDays(7));
        var said = await validate.Consume<SnapshotRejected>(await trial.Crawl());
        Assert.That(said.Gates.Count(gate => !gate.Passed), Is.EqualTo(1));
    }

    static Task<int> Versions(IngestTrial trial) => trial.Database.Value<int>("select count(*)::int from validate.dataset");
}
