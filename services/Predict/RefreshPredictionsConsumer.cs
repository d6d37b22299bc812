using MassTransit;
using Npgsql;
using Soccer.Contracts;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables.Featurize;
using Soccer.Tables.Promote;

namespace Soccer.Predict;

/// <summary>Forecasts every coming fixture with the champion, whenever a run has a champion's verdict or needs none.</summary>
public sealed class RefreshPredictionsConsumer(NpgsqlDataSource database, ForecastBoard board, StepMemo memo, StageProgress progress)
    : IConsumer<ModelPromoted>, IConsumer<ModelHeld>, IConsumer<FeaturesBuilt>
{
    public Task Consume(ConsumeContext<ModelPromoted> context) =>
        Refresh(context, context.Message.Run, context.Message.DatasetVersion, context.Message.FeatureSetVersion, []);

    public Task Consume(ConsumeContext<ModelHeld> context) =>
        Refresh(context, context.Message.Run, context.Message.DatasetVersion, context.Message.FeatureSetVersion, context.Message.Reasons);

    public Task Consume(ConsumeContext<FeaturesBuilt> context) => context.Message.Train
        ? Task.CompletedTask
        : Refresh(context, context.Message.Run, context.Message.DatasetVersion, context.Message.FeatureSetVersion, []);

    async Task Refresh(ConsumeContext context, Run run, int datasetVersion, int featureSetVersion, string[] reasons)
    {
        var cancellation = context.CancellationToken;
        string? champion;
        FeatureSetRow set;
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        {
            champion = (await Aliases.Newest(connection, Aliases.Champion, cancellation))?.ModelId;
            set = await FeatureSets.Find(connection, featureSetVersion, cancellation)
                ?? throw new InvalidOperationException($"the feature set {featureSetVersion} does not exist");
        }

        var inputs = new { Champion = champion, FeatureSet = set.Hash, set.DatasetHash, run.AsOf };
        var (made, step) = await memo.Run("predict", inputs, run.Force, result => result.Hash, async token =>
        {
            progress.Report(run.Id, "forecast fixtures", 0, 0);
            return await board.Refresh(run, champion, set, datasetVersion, token);
        }, cancellation);

        await context.Publish(new PredictionsRefreshed(
            run, champion, datasetVersion, featureSetVersion, made.Fixtures, made.Forecasts, made.New, [.. made.Reasons, .. champion is null ? reasons : []], step),
            cancellation);
    }
}
