using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.Forecasting.Features;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables.Promote;
using Soccer.Tables.Train;
using Soccer.Tables.Validate;

namespace Soccer.Featurize;

/// <summary>Builds the point-in-time features of a dataset version, and decides whether the run trains.</summary>
public sealed class BuildFeaturesConsumer(
    NpgsqlDataSource database, FeatureSetBuild build, StepMemo memo, StageProgress progress, IOptions<FeaturizeOptions> options)
    : IConsumer<SnapshotValidated>
{
    public async Task Consume(ConsumeContext<SnapshotValidated> context)
    {
        var (message, run) = (context.Message, context.Message.Run);
        var cancellation = context.CancellationToken;
        var schema = FeaturePass.Create().Schema;

        // The version is an input although the hash is one too: the newest set is the one of the newest dataset, also where that is as an older one was.
        var inputs = new { message.DatasetVersion, message.DatasetHash, Schema = schema.Hash, run.AsOf };
        var (built, step) = await memo.Run("featurize", inputs, run.Force, result => result.Hash, token => build.Run(
            message.DatasetVersion, message.DatasetHash, run.AsOf, (done, total) => progress.Report(run.Id, "describe matches", done, total), token), cancellation);

        // A run decides once: when the message comes again, the run's own model may be the champion by then.
        var (decision, _) = await memo.Decide("retraining", new { Run = run.Id, message.DatasetVersion }, async token =>
        {
            await using var connection = await database.OpenConnectionAsync(token);
            var (champion, dataset) = await Champion(connection, token);
            return Retraining.Decide(
                run.Training, run.Force, run.Trials, champion?.SchemaHash, schema.Hash, champion?.HasLearntAfter(run.AsOf) ?? false, message.Matches - dataset?.Matches, options.Value.RetrainAfterResults);
        }, cancellation);

        await context.Publish(new FeaturesBuilt(
            run, message.DatasetVersion, message.DatasetHash, built.Version, built.Hash, schema.Hash, schema.Features.Count, built.Rows, built.ChangedRows,
            decision.Train, decision.Reason, step), cancellation);
    }

    static async Task<(ModelRow? Model, DatasetRow? Dataset)> Champion(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (await Aliases.Newest(connection, Aliases.Champion, cancellation) is not { } alias)
            return (null, null);
        var model = await Models.Read(connection, alias.ModelId, cancellation);
        return (model, await Datasets.Find(connection, model.DatasetVersion, cancellation));
    }
}
