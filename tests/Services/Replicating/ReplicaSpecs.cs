using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.DriftCheck;
using Soccer.Featurize;
using Soccer.Predict;
using Soccer.Services.Tests.Scratch;
using Soccer.Train;
using static Soccer.Services.Tests.Scratch.IngestTrial;

namespace Soccer.Services.Tests.Replicating;

/// <summary>One message with two replicas of each stage at once, as when the broker gives it to another while the first still works: one effect.</summary>
sealed class ReplicaSpecs
{
    [Test]
    public async Task Have_one_effect_between_them_all_the_way_down()
    {
        await using var cascade = await Cascade.Start();
        var database = cascade.Database;
        await cascade.Source.MoveTo(Day);
        var validated = await cascade.Validate.Consume<SnapshotValidated>(await cascade.Ingest.Consume<object>(Command(Training.Always)));

        await using var featurize = StageHost.Of<BuildFeaturesConsumer>("featurize", database);
        var built = await Both<FeaturesBuilt>(cascade.Featurize, featurize, validated);
        await using var train = StageHost.Of<TrainModelConsumer>("train", database);
        var trained = await Both<ModelTrained>(cascade.Train, train, built[0]);
        var promoted = await cascade.Promote.Consume<ModelPromoted>(trained[0]);
        await using var predict = StageHost.Of<RefreshPredictionsConsumer>("predict", database);
        var refreshed = await Both<PredictionsRefreshed>(cascade.Predict, predict, promoted);
        await using var drift = StageHost.Of<CheckDriftConsumer>("drift-check", database);
        var checks = await Both<DriftChecked>(cascade.DriftCheck, drift, refreshed[0]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((built[1].FeatureSetVersion, built[1].FeatureSetHash, built[1].Rows), Is.EqualTo((1, built[0].FeatureSetHash, built[0].Rows)));
            Assert.That(await database.Value<int>("select count(*)::int from featurize.feature_row"), Is.EqualTo(built[0].Rows));
            Assert.That(trained[1].ModelId, Is.EqualTo(trained[0].ModelId));
            Assert.That(await database.Value<int>("select count(*)::int from train.model"), Is.EqualTo(1));
            Assert.That(refreshed[1].Forecasts, Is.EqualTo(refreshed[0].Forecasts));
            Assert.That(await database.Value<int>("select count(*)::int from predict.forecast where kind = 'results-only'"), Is.EqualTo(refreshed[0].Forecasts));
            Assert.That(checks[1] with { Step = checks[0].Step }, Is.EqualTo(checks[0]));
            Assert.That(await database.Value<int>("select count(*)::int from drift_check.feature_drift"), Is.EqualTo(checks[0].Features));
        }
    }

    static Task<T[]> Both<T>(StageHost one, StageHost other, object message) => Task.WhenAll(one.Consume<T>(message), other.Consume<T>(message));
}
