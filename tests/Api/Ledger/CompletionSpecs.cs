using FsCheck;
using FsCheck.Fluent;
using Soccer.Api.Ledger;
using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;

namespace Soccer.Api.Tests.Ledger;

public sealed class CompletionSpecs
{
    readonly RunEvents run = RunEvents.Any();

    [Test]
    public void Has_the_code_version_of_every_stage_that_took_part()
    {
        var completion = Of(run.Completed())!;
        Assert.That(completion.SnapshotNumber, Is.EqualTo(7));
        Assert.That(completion.AsOf, Is.EqualTo(new DateOnly(2025, 2, 1)));
        Assert.That(completion.CodeVersions, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["ingest"] = "code-i",
            ["validate"] = "code-v",
            ["featurize"] = "code-f",
            ["train"] = "code-t",
            ["promote"] = "code-p",
            ["predict"] = "code-r",
            ["drift-check"] = "code-d",
        }));
    }

    [Test]
    public void Stages_that_took_no_part_are_left_out() =>
        Assert.That(Of(run.CompletedWithoutTraining())!.CodeVersions.Keys, Is.EquivalentTo(new[] { "ingest", "validate", "featurize", "predict", "drift-check" }));

    [Test]
    public void There_is_none_while_any_stage_is_missing_whatever_the_order()
    {
        var needed = run.Completed().Where(known => StageEvent.Of(known).Step is not null).ToArray();
        Prop.ForAll(Gen.Shuffle(needed).ToArbitrary(), shuffled =>
            Enumerable.Range(0, shuffled.Length).All(count => Of(shuffled[..count]) is null) && Of(shuffled) is not null).QuickCheckThrowOnFailure();
    }

    [Test]
    public void A_run_without_a_champion_is_not_done_with_its_snapshot() =>
        Assert.That(Of([run.Ingested(), run.Validated(), run.Built(), run.Trained(), run.Held(null), run.Refreshed(null), run.Drift(null)]), Is.Null);

    [Test]
    public void A_stage_that_spoke_twice_by_the_same_code_counts_once() =>
        Assert.That(Of([.. run.Completed(), run.Held("m0")])!.CodeVersions["promote"], Is.EqualTo("code-p"));

    [Test]
    public void There_is_none_where_a_stage_spoke_by_two_codes()
    {
        var held = run.Held("m0");
        var superseded = run.Superseded();
        Assert.That(Of([.. run.Completed(), held with { Step = held.Step with { CodeVersion = "code-q" } }]), Is.Null);
        Assert.That(Of([.. run.Completed(), superseded with { Step = superseded.Step with { CodeVersion = "code-w" } }]), Is.Null);
    }

    [Test]
    public void A_run_that_was_told_not_to_train_is_none()
    {
        var untrained = new RunEvents(run.Run with { Training = Training.Never });
        Assert.That(Of(untrained.CompletedWithoutTraining()), Is.Null);
        Assert.That(Of(untrained.Completed()), Is.Null);
    }

    [Test]
    public void There_is_none_while_a_failure_is_not_mended()
    {
        RunFailure[] failures = [new(Stage.DriftCheck, "SnapshotValidated", "out of luck", DateTime.UnixEpoch)];
        object[] unsettled = [.. run.Completed().Where(said => said is not ForecastsSettled)];
        Assert.That(Completion.Of(new RunHistory(unsettled, failures)), Is.Null);
        Assert.That(Completion.Of(new RunHistory([.. unsettled, run.Settled()], failures)), Is.Not.Null);
    }

    static Completion? Of(IReadOnlyCollection<object> events) => Completion.Of(new RunHistory(events, []));
}
