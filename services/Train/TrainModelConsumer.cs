using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables.Featurize;
using Soccer.Train.XGBoost;

namespace Soccer.Train;

/// <summary>Trains a model on a feature set, where the run wants one.</summary>
public sealed class TrainModelConsumer(
    NpgsqlDataSource database, StepMemo memo, StageProgress progress, ServiceIdentity service, IOptions<TrainOptions> options, TimeProvider time)
    : IConsumer<FeaturesBuilt>
{
    public async Task Consume(ConsumeContext<FeaturesBuilt> context)
    {
        var (message, run, cancellation) = (context.Message, context.Message.Run, context.CancellationToken);
        if (!message.Train)
            return;
        var parameters = options.Value.Parameters;
        var library = XGBoostLibrary.Load(options.Value.XGBoostLibrary).ToString();

        var inputs = new
        {
            message.DatasetHash,
            message.FeatureSetHash,
            message.SchemaHash,
            run.AsOf,
            XGBoost = library,
            Parameters = parameters.Described(),
        };
        var (stored, step) = await memo.Run("train", inputs, run.Force, result => result.ModelId, async token =>
        {
            progress.Report(run.Id, "read features", 0, 0);
            await using var connection = await database.OpenConnectionAsync(token);
            var features = await FeatureSets.Find(connection, message.FeatureSetVersion, token)
                ?? throw new InvalidOperationException($"the feature set {message.FeatureSetVersion} does not exist");
            var set = await TrainingSetRead.Read(connection, features, token);
            var sources = new TrainingSources(message.DatasetHash, message.FeatureSetHash, message.SchemaHash, service.CodeVersion);
            var trained = await Task.Run(() => ModelFit.Train(
                set, sources, parameters, fit => progress.Report(run.Id, $"fit {fit.Kind}", fit.Round, fit.Rounds), token), token);
            return await TrainSql.Store(connection, trained, features, run.Id, time.GetUtcNow().UtcDateTime, token);
        }, cancellation);

        await context.Publish(new ModelTrained(
            run, stored.ModelId, stored.Kinds[^1], message.DatasetVersion, message.FeatureSetVersion, message.SchemaHash, stored.FitRows, stored.StopRows,
            stored.HoldOutRows, stored.Rounds, stored.HoldOut, step, stored.Kinds), cancellation);
    }
}
