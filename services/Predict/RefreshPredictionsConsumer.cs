using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Forecasting;
using Soccer.Forecasting.Odds;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables.Featurize;
using Soccer.Tables.Promote;

namespace Soccer.Predict;

/// <summary>Forecasts every coming fixture with the champion, whenever a run has a champion's verdict or needs none.</summary>
public sealed class RefreshPredictionsConsumer(
    NpgsqlDataSource database, ForecastBoard board, StepMemo memo, StageProgress progress, Commissions commissions, IOptions<PredictOptions> options)
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
        var set = await Find(featureSetVersion, cancellation);

        // A run forecasts with the champion that it met; a redelivery after another run's promotion must not speak for two.
        var (met, _) = await memo.Decide("champion", new { Run = run.Id, featureSetVersion }, async token =>
        {
            await using var connection = await database.OpenConnectionAsync(token);
            return new Champion((await Aliases.Newest(connection, Aliases.Champion, token))?.ModelId);
        }, cancellation);
        var champion = met.ModelId;

        // A day that a run names and the same instant written out are one clock. The version is an input although the hash is one too:
        // forecasts are sealed under the version in which their odds came.
        var inputs = new { Champion = champion, FeatureSet = set.Hash, set.DatasetHash, datasetVersion, run.AsOf, MatchClock.Of(run.AsOf, run.ForecastFrom).From, run.Live, options.Value.Days, Commissions = commissions.ToString() };
        var (made, step) = await memo.Run("predict", inputs, run.Force, result => result.Hash, async token =>
        {
            progress.Report(run.Id, "forecast fixtures", 0, 0);
            return await board.Refresh(run, champion, set, datasetVersion, token);
        }, cancellation);

        await context.Publish(new PredictionsRefreshed(
            run, champion, datasetVersion, featureSetVersion, made.Fixtures, made.Forecasts, made.New, [.. made.Reasons, .. champion is null ? reasons : []], step),
            cancellation);
    }

    async Task<FeatureSetRow> Find(int version, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await FeatureSets.Find(connection, version, cancellation)
            ?? throw new InvalidOperationException($"the feature set {version} does not exist");
    }

    sealed record Champion(string? ModelId);
}
