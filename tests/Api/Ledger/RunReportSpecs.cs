using Soccer.Api.Ledger;
using Soccer.Api.Runs;
using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Progress.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Api.Tests.Ledger;

public sealed class RunReportSpecs
{
    static readonly DateTime Accepted = new(2025, 2, 1, 19, 59, 59, DateTimeKind.Utc);
    readonly RunEvents run = RunEvents.Any();

    [Test]
    public void A_completed_run_lasts_from_its_first_step_to_the_end_of_its_last()
    {
        var answer = Of(run.Completed());
        Assert.That(answer.Stages.Select(stage => stage.State), Is.All.EqualTo(StageState.Done));
        Assert.That(answer.Seconds, Is.EqualTo(42));
        Assert.That(answer.Dataset, Is.EqualTo(new DatasetAnswer(3, "d3")));
        Assert.That(answer.Model!.Promoted, Is.True);
        Assert.That(answer.Forecasts!.Forecasts, Is.EqualTo(10));
    }

    [Test]
    public void A_stage_is_running_when_the_event_that_it_waits_for_is_in()
    {
        var answer = Of([run.Ingested(), run.Validated()]);
        Assert.That(answer.Stages.Select(stage => stage.State), Is.EqualTo(new[]
        {
            StageState.Done, StageState.Done, StageState.Running, StageState.Pending, StageState.Pending, StageState.Pending, StageState.Pending,
        }));
        Assert.That(answer.Ended, Is.Null);
    }

    [Test]
    public void Progress_is_shown_with_the_stage_that_runs()
    {
        var report = new StageProgressed(run.Run.Id, Stage.Validate, "read files", 12, 30, Accepted.AddSeconds(5));
        var answer = RunReport.Of(
            Row(RunStatus.Running), RunStatus.Running, History([run.Ingested()]), History([]), null, new Dictionary<string, StageProgressed> { [Stage.Validate] = report });
        Assert.That(answer.Stages[1].Progress, Is.EqualTo(new ProgressAnswer("read files", 12, 30, report.At)));
        Assert.That(answer.Stages[0].Progress, Is.Null);
    }

    [Test]
    public void Train_goes_on_when_its_study_has_ended_and_its_trials_are_counted()
    {
        object[] tuned = [run.Ingested(), run.Validated(), run.Built(), run.Ended()];
        Assert.That(Of(tuned).Stages[3].State, Is.EqualTo(StageState.Running));
        var trained = Of([.. tuned, run.Trained()]).Stages[3];
        Assert.That(trained.State, Is.EqualTo(StageState.Done));
        Assert.That(trained.Counts, Does.ContainKey("trials").WithValue(10).And.ContainKey("chosenTrial").WithValue(7).And.ContainKey("rounds").WithValue(240));
    }

    [Test]
    public void Train_and_promote_are_skipped_where_no_training_was_wanted()
    {
        var stages = Of(run.CompletedWithoutTraining()).Stages;
        Assert.That(stages.Where(stage => stage.State == StageState.Skipped).Select(stage => stage.Stage), Is.EqualTo(new[] { Stage.Train, Stage.Promote }));
    }

    [Test]
    public void A_rejected_run_names_the_gate_and_by_how_much() =>
        Assert.That(Of([run.Ingested(), run.Rejected()]).Failure, Is.EqualTo("domain: share of rows in quarantine is 0.31, at most 0.05"));

    [Test]
    public void A_rejected_run_names_the_first_row_in_quarantine()
    {
        var history = History([run.Ingested(), run.Rejected()]);
        var quarantine = new QuarantineAnswer(24, [new("E0.csv", 24)], [new("E0.csv", 7, 1, "score '2.5'-'0' is not two numbers of goals up to 30", "...")], [], []);
        Assert.That(
            RunReport.Of(Row(RunStatus.Rejected), RunStatus.Rejected, history, history, null, new Dictionary<string, StageProgressed>(), quarantine).Failure,
            Is.EqualTo("domain: share of rows in quarantine is 0.31, at most 0.05. The first of 24 rows in quarantine: E0.csv line 7: score '2.5'-'0' is not two numbers of goals up to 30"));
    }

    [Test]
    public void A_file_that_Validate_could_not_read_makes_the_run_partial_and_is_named()
    {
        var answer = Of([.. run.Completed().Select(said => said is SnapshotValidated validated ? validated with { Unreadable = ["new/KOR.csv: it is a web page"] } : said)]);
        Assert.That((answer.Status, answer.Failure), Is.EqualTo((RunStatus.Partial, "could not be read: new/KOR.csv: it is a web page")));
    }

    [Test]
    public void An_unchanged_run_in_which_a_file_could_not_be_read_is_partial_and_names_it()
    {
        var answer = Of([run.Unchanged(Guid.NewGuid()) with { FailedUrls = ["E0.csv: it is a web page"] }]);
        Assert.That((answer.Status, answer.Failure), Is.EqualTo((RunStatus.Partial, "could not be read: E0.csv: it is a web page")));
    }

    [TestCase(0, "could not be read: E0.csv: 404; englandm.php: 500")]
    [TestCase(1, "1 file stands with its last good bytes; could not be read: E0.csv: 404; englandm.php: 500")]
    [TestCase(2, "2 files stand with their last good bytes; could not be read: E0.csv: 404; englandm.php: 500")]
    public void A_partial_run_names_each_address_and_the_reason(int stale, string failure)
    {
        var answer = Of([run.Ingested(stale, ["E0.csv: 404", "englandm.php: 500"]), .. run.Completed()[1..]]);
        Assert.That((answer.Status, answer.Failure), Is.EqualTo((RunStatus.Partial, failure)));
    }

    [Test]
    public void A_failed_run_names_the_stage_and_the_reason()
    {
        var failure = new RunFailure(Stage.Train, "FeaturesBuilt", "libxgboost.so.0 was not found", Accepted);
        var history = new RunHistory([run.Ingested(), run.Validated(), run.Built()], [failure]);
        var answer = RunReport.Of(Row(RunStatus.Failed), RunStatus.Failed, history, history, null, new Dictionary<string, StageProgressed>());
        Assert.That(answer.Failure, Is.EqualTo("train could not work FeaturesBuilt through: libxgboost.so.0 was not found"));
        Assert.That(answer.Stages[3].State, Is.EqualTo(StageState.Failed));
    }

    [Test]
    public void A_run_whose_settling_failed_names_it_and_shows_its_forecasts()
    {
        var failure = new RunFailure(Stage.DriftCheck, "SnapshotValidated", "the disk is full", Accepted);
        var history = new RunHistory([.. run.Completed().Where(said => said is not ForecastsSettled)], [failure]);
        var answer = RunReport.Of(Row(RunState.Of(history)), RunState.Of(history), history, history, null, new Dictionary<string, StageProgressed>());
        Assert.That((answer.Status, answer.Failure), Is.EqualTo((RunStatus.Failed, "drift-check could not work SnapshotValidated through: the disk is full")));
        Assert.That(answer.Stages.Select(stage => stage.State), Is.EqualTo(Enumerable.Repeat(StageState.Done, 6).Append(StageState.Failed)));
        Assert.That(answer.Forecasts!.Forecasts, Is.EqualTo(10));
    }

    [Test]
    public void An_unchanged_run_shows_what_stands()
    {
        var completed = RunEvents.Any();
        var own = History([run.Unchanged(completed.Run.Id)]);
        var answer = RunReport.Of(
            Row(RunStatus.Unchanged), RunStatus.Unchanged, own, History(completed.Completed()), completed.Trained(), new Dictionary<string, StageProgressed>());
        Assert.That(answer.SameAs, Is.EqualTo(completed.Run.Id));
        Assert.That(answer.Dataset, Is.EqualTo(new DatasetAnswer(3, "d3")));
        Assert.That((answer.Model!.Id, answer.Model.Trained, answer.Model.HoldOut[0].LogLoss), Is.EqualTo(("m1", false, 1.01)));
        Assert.That(answer.Model.Libraries, Is.EqualTo("XGBoost 1.7.4, LightGBM none"));
        Assert.That(answer.Stages.Skip(1).Select(stage => stage.State), Is.All.EqualTo(StageState.Skipped));
    }

    RunAnswer Of(object[] events)
    {
        var history = History(events);
        var status = RunState.Of(history);
        return RunReport.Of(Row(status), status, history, history, null, new Dictionary<string, StageProgressed>());
    }

    [Test]
    public void A_run_is_not_accepted_after_it_started()
    {
        var heardLate = Row(RunStatus.Completed) with { AcceptedAt = Accepted.AddSeconds(30) };
        var history = History(run.Completed());
        var answer = RunReport.Of(heardLate, RunStatus.Completed, history, history, null, new Dictionary<string, StageProgressed>());
        var line = RunReport.Summary(heardLate, RunStatus.Completed, history, new Dictionary<string, StageProgressed>());
        Assert.That((answer.AcceptedAt, line.AcceptedAt), Is.EqualTo((answer.Started, answer.Started)));
    }

    [Test]
    public void A_run_whose_first_stage_failed_has_started()
    {
        var history = new RunHistory([], [new RunFailure(Stage.Ingest, "StartRun", "the source is away", Accepted.AddSeconds(9))]);
        var answer = RunReport.Of(Row(RunStatus.Failed), RunStatus.Failed, history, history, null, new Dictionary<string, StageProgressed>());
        Assert.That((answer.AcceptedAt, answer.Started), Is.EqualTo((Accepted, Accepted.AddSeconds(9))));
    }

    static RunHistory History(object[] events) => new(events, []);

    RunRow Row(RunStatus status) => new(run.Run.Id, run.Run.AsOf, "a test", "tester", "auto", false, status.Name(), Accepted, Accepted.AddSeconds(50));
}
