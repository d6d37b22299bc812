using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.Forecasting.Models;
using Soccer.Services.Tests.Scratch;
using static Soccer.Services.Tests.Scratch.Sayings;

namespace Soccer.Services.Tests.Cascading;

/// <summary>Every message of two runs, delivered again after both have ended: nothing is written, and the same is said again.</summary>
sealed class RedeliverySpecs
{
    readonly Cascade cascade = TwoRuns.Cascade;
    readonly Dictionary<Type, Step> first = TwoRuns.First, second = TwoRuns.Second;

    [Test]
    public void The_runs_made_what_is_delivered_again()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Said<ModelPromoted>(first).PreviousModelId, Is.Null);
            Assert.That(Said<PredictionsRefreshed>(first).NewForecasts, Is.GreaterThan(0));
            Assert.That(Said<FeaturesBuilt>(second).Train, Is.False);
            Assert.That(Said<ForecastsSettled>(second).Settled, Is.EqualTo(Said<PredictionsRefreshed>(first).Forecasts * ModelKinds.All.Length), "each of every kind");
            Assert.That(Said<DriftChecked>(second).Features, Is.GreaterThan(0));
        }
    }

    [TestCase(typeof(SnapshotIngested))]
    [TestCase(typeof(SnapshotValidated))]
    [TestCase(typeof(ForecastsSettled))]
    [TestCase(typeof(FeaturesBuilt))]
    [TestCase(typeof(ModelTrained))]
    [TestCase(typeof(ModelPromoted))]
    [TestCase(typeof(PredictionsRefreshed))]
    [TestCase(typeof(DriftChecked))]
    public async Task Says_the_first_run_s_event_again_and_writes_nothing(Type said) => await DeliverAgain(first[said]);

    [TestCase(typeof(SnapshotIngested))]
    [TestCase(typeof(SnapshotValidated))]
    [TestCase(typeof(ForecastsSettled))]
    [TestCase(typeof(FeaturesBuilt))]
    [TestCase(typeof(PredictionsRefreshed))]
    [TestCase(typeof(DriftChecked))]
    public async Task Says_the_second_run_s_event_again_and_writes_nothing(Type said) => await DeliverAgain(second[said]);

    [TestCase(typeof(SnapshotValidated))]
    [TestCase(typeof(FeaturesBuilt))]
    [TestCase(typeof(PredictionsRefreshed))]
    [TestCase(typeof(DriftChecked))]
    public async Task Says_the_same_under_another_run_from_memory(Type said)
    {
        var step = second[said];
        var another = Guid.NewGuid();
        var before = await cascade.Database.Content(step.Stage.Service, published: true);
        var again = await step.Stage.Consume<object>(Under(another, step.Message));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Lasting(again), Is.EqualTo(Lasting(Under(another, step.Event))));
            Assert.That(TimeOf(again).Remembered);
            Assert.That(await cascade.Database.Content(step.Stage.Service, published: true), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task Trains_the_same_model_for_another_run_from_memory()
    {
        var step = first[typeof(ModelTrained)];
        var another = Guid.NewGuid();
        var before = await cascade.Database.Content("train");
        var again = await step.Stage.Consume<ModelTrained>(Under(another, step.Message));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Lasting(again), Is.EqualTo(Lasting(Under(another, step.Event))));
            Assert.That(again.Step.Remembered);
            Assert.That(await cascade.Database.Content("train"), Is.EqualTo(before));
        }
    }

    [TestCase(typeof(SnapshotIngested))]
    [TestCase(typeof(SnapshotValidated))]
    [TestCase(typeof(ForecastsSettled))]
    [TestCase(typeof(FeaturesBuilt))]
    [TestCase(typeof(PredictionsRefreshed))]
    [TestCase(typeof(DriftChecked))]
    public async Task Works_again_without_a_second_effect_where_a_crash_came_before_the_step_was_remembered(Type said)
    {
        var step = second[said];
        var before = await cascade.Database.Content(step.Stage.Service, published: true);
        await using var forgotten = await cascade.Database.Forget(step.Stage.Service);
        var again = await step.Stage.Consume<object>(step.Message);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again, Is.InstanceOf(said));
            Assert.That(await cascade.Database.Content(step.Stage.Service, published: true), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task Answers_a_request_for_a_match_alike_each_time_and_writes_nothing()
    {
        var teams = await cascade.Database.Rows<string>("select name from validate.team order by name limit 2");
        var request = new PredictMatchNow(Guid.NewGuid(), new(teams[0], teams[1], "E0"), new DateTime(2025, 2, 8, 12, 0, 0, DateTimeKind.Utc));
        var before = await cascade.Database.Content("predict");
        var answer = await cascade.Predict.Consume<MatchPredicted>(request);
        var again = await cascade.Predict.Consume<MatchPredicted>(request);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again, Is.EqualTo(answer with { At = again.At }));
            Assert.That(answer.HomeWin + answer.Draw + answer.AwayWin, Is.EqualTo(1).Within(1e-9));
            Assert.That(answer.Date, Is.EqualTo(TwoRuns.SecondDay.AddDays(1)));
            Assert.That(await cascade.Database.Content("predict"), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task Says_of_the_newest_features_what_the_run_said_when_asked_without_one()
    {
        var before = await cascade.Database.Content("drift-check");
        var answer = await cascade.DriftCheck.Consume<DriftChecked>(new CheckDrift("a test"));
        var again = await cascade.DriftCheck.Consume<DriftChecked>(new CheckDrift("a test"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer with { Step = again.Step }, Is.EqualTo(Said<DriftChecked>(second) with { Run = null, Step = again.Step }));
            Assert.That(again, Is.EqualTo(answer with { Step = again.Step }));
            Assert.That(await cascade.Database.Content("drift-check"), Is.EqualTo(before));
        }
    }

    async Task DeliverAgain(Step step)
    {
        var before = await cascade.Database.Content(step.Stage.Service);
        var again = await step.Stage.Consume<object>(step.Message);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Lasting(again), Is.EqualTo(Lasting(step.Event)));
            Assert.That(await cascade.Database.Content(step.Stage.Service), Is.EqualTo(before));
        }
    }

    static StepTime TimeOf(object message) => (StepTime)message.GetType().GetProperty("Step")!.GetValue(message)!;

    static T Said<T>(Dictionary<Type, Step> run) => (T)run[typeof(T)].Event;
}
