using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Forecasting.Models;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Promoting;

/// <summary>What the stages below say where no model, or none that reads these features, is champion. Every test begins without one.</summary>
sealed class WithoutChampionSpecs
{
    PromotionTrial? started;

    PromotionTrial Trial => started!;

    [OneTimeSetUp]
    public async Task Train() => started = await PromotionTrial.Start();

    [SetUp]
    public Task Forget() => Trial.Forget();

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (started is not null)
            await started.DisposeAsync();
    }

    [Test]
    public async Task Holds_a_first_model_that_says_the_same_of_every_match_and_no_forecasts_are_made()
    {
        var constant = await Trial.Made(trained => trained with { Kinds = [new("results-only", [], [new("xgboost", null, new TreeEnsemble(0.5f, [], []))], [1], null)] });
        var held = await Trial.Stages.Promote.Consume<ModelHeld>(constant);
        var refreshed = await Trial.Stages.Predict.Consume<PredictionsRefreshed>(held);
        var drift = await Trial.Stages.DriftCheck.Consume<DriftChecked>(refreshed);
        var smoke = $"smoke, results-only: {constant.HoldOutRows} forecasts sum to one; home wins spread by 0.0000, at least 0.005";
        using (Assert.EnterMultipleScope())
        {
            Assert.That((held.ModelId, held.ChampionModelId, held.Reasons), Is.EqualTo((constant.ModelId, (string?)null, new[] { smoke })));
            Assert.That(await Trial.Aliases(), Is.EqualTo([$"held {constant.ModelId}"]));
            Assert.That((refreshed.ModelId, refreshed.Forecasts, refreshed.NewForecasts), Is.EqualTo(((string?)null, 0, 0)));
            Assert.That(refreshed.Fixtures, Is.GreaterThan(0));
            Assert.That(refreshed.Reasons, Is.EqualTo(["there is no champion", smoke]));
            Assert.That((drift.ModelId, drift.Features), Is.EqualTo(((string?)null, 0)));
        }
    }

    [Test]
    public async Task Says_without_a_champion_that_one_match_can_t_be_forecast()
    {
        var no = await Trial.Stages.Predict.Consume<MatchNotPredicted>(new PredictMatchNow(Guid.NewGuid(), new("any", "other", "E0"), new DateTime(2025, 2, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.That((no.Field, no.Reason), Is.EqualTo(("", "no model has been promoted yet; run the cascade first")));
    }

    // The champion has learnt the matches up to the day before its hold-out.
    [TestCase(1, false, "the run asks for no training")]
    [TestCase(2, true, "the champion has learnt results of days after the run's")]
    public async Task Trains_for_a_run_of_a_day_whose_morrow_the_champion_has_learnt_whatever_was_asked(int daysBefore, bool trains, string reason)
    {
        await Trial.Champion(Trial.Trained.ModelId, datasetVersion: 1);
        var holdOut = await Trial.Stages.Database.Value<DateOnly>("select hold_out_from from train.model where model_id = @ModelId", new { Trial.Trained.ModelId });
        var run = Trial.Validated.Run with { Id = Guid.NewGuid(), AsOf = holdOut.AddDays(-daysBefore), Training = Training.Never };
        var built = await Trial.Stages.Featurize.Consume<FeaturesBuilt>(Trial.Validated with { Run = run });
        Assert.That((built.Train, built.TrainReason), Is.EqualTo((trains, reason)));
    }

    [Test]
    public async Task Forecasts_nothing_with_a_champion_that_has_learnt_results_of_later_days()
    {
        await Trial.Made(trained => trained, id: "later", holdOutFrom: new(2025, 2, 3));
        await Trial.Champion("later", datasetVersion: 1);
        var held = new ModelHeld(Trial.Trained.Run, "any", "later", Trial.Trained.DatasetVersion, Trial.Trained.FeatureSetVersion, ["worse"], Trial.Trained.Step);
        var refreshed = await Trial.Stages.Predict.Consume<PredictionsRefreshed>(held);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((refreshed.ModelId, refreshed.Forecasts), Is.EqualTo(("later", 0)));
            Assert.That(refreshed.Reasons, Is.EqualTo(["the champion has learnt results up to 2025-02-02: what it says of the days before is no forecast"]));
        }
    }

    [Test]
    public async Task Forecasts_nothing_with_a_champion_that_reads_another_feature_schema()
    {
        await Trial.Made(trained => trained, id: "other", schema: "another schema");
        await Trial.Champion("other", datasetVersion: 1);
        var held = new ModelHeld(Trial.Trained.Run, "any", "other", Trial.Trained.DatasetVersion, Trial.Trained.FeatureSetVersion, ["worse"], Trial.Trained.Step);
        var refreshed = await Trial.Stages.Predict.Consume<PredictionsRefreshed>(held);
        var drift = await Trial.Stages.DriftCheck.Consume<DriftChecked>(refreshed);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((refreshed.ModelId, refreshed.Forecasts), Is.EqualTo(("other", 0)));
            Assert.That(refreshed.Reasons, Is.EqualTo(["the champion reads another feature schema than the one built"]));
            Assert.That((drift.ModelId, drift.Features), Is.EqualTo(("other", 0)));
        }
    }
}
