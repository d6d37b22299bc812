using FsCheck;
using FsCheck.Fluent;
using Soccer.Api.Ledger;
using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;

namespace Soccer.Api.Tests.Ledger;

public sealed class RunStateSpecs
{
    readonly RunEvents run = RunEvents.Any();

    [Test]
    public void A_run_is_accepted_until_a_stage_has_spoken() => Assert.That(Of([]), Is.EqualTo(RunStatus.Accepted));

    [Test]
    public void Is_running_until_forecasts_and_drift_are_both_in()
    {
        Assert.That(Of(run.Completed()[..^1]), Is.EqualTo(RunStatus.Running));
        Assert.That(Of([run.Ingested(), run.Drift()]), Is.EqualTo(RunStatus.Running));
        Assert.That(Of(run.Completed()), Is.EqualTo(RunStatus.Completed));
        Assert.That(Of(run.CompletedWithoutTraining()), Is.EqualTo(RunStatus.Completed));
    }

    [Test]
    public void Stale_files_make_it_partial() => Assert.That(Of(run.Completed(stale: 1)), Is.EqualTo(RunStatus.Partial));

    [TestCase("http://site/mmz4281/2425/E0.csv: the source answered 404 NotFound")]
    [TestCase("http://site/englandm.php: the source answered 500 InternalServerError")]
    public void A_file_that_was_never_fetched_and_a_page_that_failed_make_it_partial_too(string failed) => Assert.That(
        Of([run.Ingested(stale: 0, [failed]), .. run.Completed()[1..]]), Is.EqualTo(RunStatus.Partial));

    [Test]
    public void Ends_where_a_stage_ends_it()
    {
        Assert.That(Of([run.Unchanged(Guid.NewGuid())]), Is.EqualTo(RunStatus.Unchanged));
        Assert.That(Of([run.Ingested(), run.Rejected()]), Is.EqualTo(RunStatus.Rejected));
        Assert.That(Of([run.Ingested(), run.Superseded()]), Is.EqualTo(RunStatus.Superseded));
    }

    [Test]
    public void A_first_model_that_is_held_leaves_no_champion() =>
        Assert.That(
            Of([run.Ingested(), run.Validated(), run.Built(), run.Trained(), run.Held(champion: null), run.Refreshed(model: null), run.Drift(model: null)]),
            Is.EqualTo(RunStatus.NoChampion));

    [Test]
    public void A_challenger_that_is_held_completes_the_run() =>
        Assert.That(
            Of([run.Ingested(), run.Validated(), run.Built(), run.Trained(), run.Held(champion: "m0"), run.Refreshed("m0"), run.Drift("m0")]),
            Is.EqualTo(RunStatus.Completed));

    [Test]
    public void The_order_of_events_says_nothing()
    {
        object[][] endings =
        [
            run.Completed(), run.Completed(stale: 2), run.CompletedWithoutTraining(), run.Completed()[..^1], [run.Ingested(), run.Rejected()],
            [run.Ingested(), run.Validated(), run.Built(), run.Trained(), run.Held(null), run.Refreshed(null), run.Drift(null)],
        ];
        foreach (var events in endings)
        {
            var expected = Of(events);
            Prop.ForAll(Gen.Shuffle(events).ToArbitrary(), shuffled => Of(shuffled) == expected).QuickCheckThrowOnFailure();
        }
    }

    [TestCase(Stage.Ingest, "StartRun")]
    [TestCase(Stage.Validate, "SnapshotIngested")]
    [TestCase(Stage.Featurize, "SnapshotValidated")]
    [TestCase(Stage.Train, "FeaturesBuilt")]
    [TestCase(Stage.Promote, "ModelTrained")]
    [TestCase(Stage.Predict, "ModelPromoted")]
    [TestCase(Stage.DriftCheck, "PredictionsRefreshed")]
    public void A_failure_fails_the_run_until_its_stage_has_spoken_after_all(string stage, string message)
    {
        var before = run.Completed().TakeWhile(known => StageEvent.Of(known).Stage != stage).ToArray();
        Assert.That(Of(before, new RunFailure(stage, message, "out of luck", DateTime.UnixEpoch)), Is.EqualTo(RunStatus.Failed));
        Assert.That(Of(run.Completed(), new RunFailure(stage, message, "out of luck", DateTime.UnixEpoch)), Is.EqualTo(RunStatus.Completed));
    }

    [Test]
    public void A_failure_to_settle_is_not_mended_by_a_drift_check()
    {
        var failure = new RunFailure(Stage.DriftCheck, "SnapshotValidated", "out of luck", DateTime.UnixEpoch);
        Assert.That(RunState.IsMended(new RunHistory([run.Drift()], [failure]), failure), Is.False);
        Assert.That(RunState.IsMended(new RunHistory([run.Settled()], [failure]), failure), Is.True);
    }

    [Test]
    public void A_run_that_went_through_but_for_the_settling_is_failed_until_the_forecasts_are_settled()
    {
        var failure = new RunFailure(Stage.DriftCheck, "SnapshotValidated", "out of luck", DateTime.UnixEpoch);
        object[] unsettled = [.. run.Completed().Where(said => said is not ForecastsSettled)];
        Assert.That(Of(unsettled), Is.EqualTo(RunStatus.Completed));
        Assert.That(Of(unsettled, failure), Is.EqualTo(RunStatus.Failed));
        Assert.That(Of([.. unsettled, run.Settled()], failure), Is.EqualTo(RunStatus.Completed));
    }

    [Test]
    public void No_end_hides_a_failure()
    {
        var failure = new RunFailure(Stage.DriftCheck, "SnapshotValidated", "out of luck", DateTime.UnixEpoch);
        object[] noChampion = [run.Ingested(), run.Validated(), run.Built(), run.Trained(), run.Held(null), run.Refreshed(null), run.Drift(null)];
        Assert.That(Of(noChampion, failure), Is.EqualTo(RunStatus.Failed));
        Assert.That(Of([.. noChampion, run.Settled()], failure), Is.EqualTo(RunStatus.NoChampion));
    }

    [Test]
    public void A_training_that_nobody_wanted_cannot_fail_a_run() =>
        Assert.That(Of(run.CompletedWithoutTraining(), new RunFailure(Stage.Train, "FeaturesBuilt", "out of luck", DateTime.UnixEpoch)), Is.EqualTo(RunStatus.Completed));

    [Test]
    public void A_silent_run_is_stalled_and_an_ended_one_is_not()
    {
        var heard = new DateTime(2025, 2, 1, 12, 0, 0, DateTimeKind.Utc);
        var limit = TimeSpan.FromMinutes(15);
        Assert.That(RunState.At(heard.AddMinutes(15), RunStatus.Running, heard, limit), Is.EqualTo(RunStatus.Running));
        Assert.That(RunState.At(heard.AddMinutes(15.1), RunStatus.Running, heard, limit), Is.EqualTo(RunStatus.Stalled));
        Assert.That(RunState.At(heard.AddMinutes(15.1), RunStatus.Accepted, heard, limit), Is.EqualTo(RunStatus.Stalled));
        Assert.That(RunState.At(heard.AddDays(9), RunStatus.Completed, heard, limit), Is.EqualTo(RunStatus.Completed));
    }

    static RunStatus Of(IReadOnlyCollection<object> events, params RunFailure[] failures) => RunState.Of(new RunHistory(events, failures));
}
