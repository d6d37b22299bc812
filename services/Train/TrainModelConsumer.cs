using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables.Featurize;
using Soccer.Train.Experiments;
using Soccer.Train.Tuning;

namespace Soccer.Train;

/// <summary>Trains a model on a feature set, where the run wants one: at once, or with what its study has chosen.</summary>
public sealed class TrainModelConsumer(
    NpgsqlDataSource database, StepMemo memo, StageProgress progress, Studies studies, BoostingLibraries libraries, ServiceIdentity service,
    IOptions<TrainOptions> options, TimeProvider time)
    : IConsumer<FeaturesBuilt>, IConsumer<StudyEnded>
{
    public Task Consume(ConsumeContext<FeaturesBuilt> context) => context.Message switch
    {
        { Train: false } => Task.CompletedTask,
        { Run.Trials: > 0 } => studies.Begin(context),
        var message => Train(context, TrainingOrder.Of(message, options.Value.Parameters)),
    };

    public async Task Consume(ConsumeContext<StudyEnded> context) => await Train(context, await studies.Order(context.Message, context.CancellationToken));

    async Task Train(ConsumeContext context, TrainingOrder order)
    {
        var (run, parameters, cancellation) = (order.Run, order.Parameters, context.CancellationToken);

        var inputs = new
        {
            order.DatasetHash,
            order.FeatureSetHash,
            order.SchemaHash,
            run.AsOf,
            Libraries = libraries.ToString(),
            Parameters = parameters.Described(),
        };
        var (stored, step) = await memo.Run("train", inputs, run.Force, result => result.ModelId, async token =>
        {
            progress.Report(run.Id, "read features", 0, 0);
            var (features, set) = await Read(order.FeatureSetVersion, token);
            var sources = new TrainingSources(order.DatasetHash, order.FeatureSetHash, order.SchemaHash, service.CodeVersion, libraries.ToString());
            var trained = await Task.Run(() => ModelFit.Train(
                set, sources, parameters, time, fit => progress.Report(run.Id, $"fit {fit.Kind}", fit.Round, fit.Rounds), token), token);
            // Opened again: a fit takes minutes, and nobody needs a connection meanwhile.
            await using var connection = await database.OpenConnectionAsync(token);
            var now = time.GetUtcNow().UtcDateTime;
            var model = await TrainSql.Store(connection, trained, features, run.Id, now, token);
            foreach (var kind in trained.Kinds)
                await ExperimentSql.Store(connection, Experiment.Of(run.Id, sources, parameters, trained, kind), now, token);

            return model;
        }, cancellation);

        await context.Publish(new ModelTrained(
            run, stored.ModelId, stored.Kinds[^1], order.DatasetVersion, order.FeatureSetVersion, order.SchemaHash, stored.FitRows, stored.StopRows,
            stored.HoldOutRows, stored.Rounds, stored.HoldOut, step, stored.Kinds, libraries.ToString()), cancellation);
    }

    async Task<(FeatureSetRow Features, TrainingSet Set)> Read(int featureSetVersion, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var features = await FeatureSets.Find(connection, featureSetVersion, cancellation)
            ?? throw new InvalidOperationException($"the feature set {featureSetVersion} does not exist");
        return (features, await TrainingSetRead.Read(connection, features, cancellation));
    }
}
