using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Tables.Featurize;
using Soccer.Tables.Promote;

namespace Soccer.DriftCheck;

/// <summary>Holds the newest features against those the champion was fitted on: at the end of each run, and when asked.</summary>
public sealed class CheckDriftConsumer(
    NpgsqlDataSource database, DriftMeasure measure, StepMemo memo, StageProgress progress, IOptions<DriftCheckOptions> options)
    : IConsumer<PredictionsRefreshed>, IConsumer<CheckDrift>
{
    public Task Consume(ConsumeContext<PredictionsRefreshed> context) =>
        Check(context, context.Message.Run, context.Message.ModelId, context.Message.FeatureSetVersion);

    public async Task Consume(ConsumeContext<CheckDrift> context)
    {
        await using var connection = await database.OpenConnectionAsync(context.CancellationToken);
        if (await FeatureSets.Newest(connection, context.CancellationToken) is { } newest)
            await Check(context, run: null, (await Aliases.Newest(connection, Aliases.Champion, context.CancellationToken))?.ModelId, newest.Version);
    }

    async Task Check(ConsumeContext context, Run? run, string? champion, int featureSetVersion)
    {
        var cancellation = context.CancellationToken;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var set = await FeatureSets.Find(connection, featureSetVersion, cancellation)
            ?? throw new InvalidOperationException($"the feature set {featureSetVersion} does not exist");

        var inputs = new { Champion = champion, FeatureSet = set.Hash, set.Version, Limits = options.Value };
        var (drift, step) = await memo.Run("drift-check", inputs, run?.Force ?? false, result => result.ToString(), async token =>
        {
            if (run is not null)
                progress.Report(run.Id, "compare features", 0, 0);
            return champion is null ? Drift.None : await measure.Compare(champion, set, token);
        }, cancellation);

        var settled = await SettledSoFar(connection, run, featureSetVersion, cancellation);
        await context.Publish(new DriftChecked(
            run, champion, featureSetVersion, drift.Features, drift.Shifted, drift.LargestPsi, drift.LargestFeature, settled, step), cancellation);
    }

    async Task<int> SettledSoFar(NpgsqlConnection connection, Run? run, int featureSetVersion, CancellationToken cancellation)
    {
        if (run is null)
            return await DriftCheckSql.CountSettled(connection, cancellation);
        // A run counts once: when its message comes again, later runs have settled more.
        var (counted, _) = await memo.Decide("settled-so-far", new { Run = run.Id, featureSetVersion }, async token =>
            new Counted(await DriftCheckSql.CountSettled(connection, token)), cancellation);
        return counted.Forecasts;
    }

    sealed record Counted(int Forecasts);
}
