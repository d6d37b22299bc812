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
        if (await Newest(context.CancellationToken) is ({ } set, var champion))
            await Check(context, run: null, champion, set.Version);
    }

    async Task<(FeatureSetRow? Set, string? Champion)> Newest(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var set = await FeatureSets.Newest(connection, cancellation);
        return (set, (await Aliases.Newest(connection, Aliases.Champion, cancellation))?.ModelId);
    }

    async Task Check(ConsumeContext context, Run? run, string? champion, int featureSetVersion)
    {
        var cancellation = context.CancellationToken;
        var set = await Find(featureSetVersion, cancellation);

        var inputs = new { Champion = champion, FeatureSet = set.Hash, set.Version, Limits = options.Value };
        var (drift, step) = await memo.Run("drift-check", inputs, run?.Force ?? false, result => result.ToString(), async token =>
        {
            if (run is not null)
                progress.Report(run.Id, "compare features", 0, 0);
            return champion is null ? Drift.None : await measure.Compare(champion, set, token);
        }, cancellation);

        var settled = await SettledSoFar(run, featureSetVersion, cancellation);
        await context.Publish(new DriftChecked(
            run, champion, featureSetVersion, drift.Features, drift.Shifted, drift.LargestPsi, drift.LargestFeature, settled, step), cancellation);
    }

    async Task<FeatureSetRow> Find(int version, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await FeatureSets.Find(connection, version, cancellation)
            ?? throw new InvalidOperationException($"the feature set {version} does not exist");
    }

    async Task<int> SettledSoFar(Run? run, int featureSetVersion, CancellationToken cancellation)
    {
        if (run is null)
            return await CountSettled(cancellation);
        // A run counts once: when its message comes again, later runs have settled more.
        var (counted, _) = await memo.Decide("settled-so-far", new { Run = run.Id, featureSetVersion }, async token =>
            new Counted(await CountSettled(token)), cancellation);
        return counted.Forecasts;
    }

    async Task<int> CountSettled(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await DriftCheckSql.CountSettled(connection, cancellation);
    }

    sealed record Counted(int Forecasts);
}
