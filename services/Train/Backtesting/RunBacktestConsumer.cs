using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts.Train.V1;
using Soccer.Forecasting.Models;
using Soccer.Forecasting.Odds;
using Soccer.Hosting.Database;
using Soccer.Tables.Featurize;

namespace Soccer.Train.Backtesting;

/// <summary>Makes a backtest, or says what is wrong with it.</summary>
public sealed class RunBacktestConsumer(
    NpgsqlDataSource database, Backtester backtester, StepMemo memo, BoostingLibraries libraries, Commissions commissions, IOptions<TrainOptions> options, TimeProvider time) : IConsumer<RunBacktest>
{
    public async Task Consume(ConsumeContext<RunBacktest> context)
    {
        var (command, cancellation) = (context.Message, context.CancellationToken);
        try
        {
            var kinds = KindsOf(command);
            var features = await FeaturesOf(command, cancellation);

            var inputs = new
            {
                TestSeasons = command.TestSeasons.Distinct().Order(),
                Kinds = kinds,
                features.DatasetHash,
                FeatureSetHash = features.Hash,
                features.SchemaHash,
                features.AsOf,
                Libraries = libraries.ToString(),
                Commissions = commissions.ToString(),
                Parameters = options.Value.Parameters.Described(),
            };
            var (stored, step) = await memo.Run(
                "backtest", inputs, force: false, result => result.ReportId, token => backtester.Run(command, features, kinds, token), cancellation);

            await context.Publish(new BacktestCompleted(command.BacktestId, stored.ReportId, features.Version, stored.Pooled, step), cancellation);
        }
        catch (BacktestRequestException wrong)
        {
            await context.Publish(new BacktestFailed(command.BacktestId, wrong.Field, wrong.Message, time.GetUtcNow().UtcDateTime), cancellation);
        }
    }

    static string[] KindsOf(RunBacktest command) => command.Kinds.Except(ModelKinds.All).FirstOrDefault() is { } unknown
        ? throw new BacktestRequestException("kinds", $"there is no kind '{unknown}'; the kinds are {string.Join(", ", ModelKinds.All)}")
        : [.. ModelKinds.All.Where(kind => command.Kinds is [] || command.Kinds.Contains(kind))];

    async Task<FeatureSetRow> FeaturesOf(RunBacktest command, CancellationToken cancellation)
    {
        if (command.FeatureSetVersion is { } wanted)
            return await Find(wanted, cancellation);

        // A backtest works on the feature set that was the newest when it began; a redelivery after another run must not answer for two.
        var (begun, _) = await memo.Decide("newest-features", new { Backtest = command.BacktestId }, async token =>
            new Newest((await Find(null, token)).Version), cancellation);
        return await Find(begun.FeatureSetVersion, cancellation);
    }

    async Task<FeatureSetRow> Find(int? version, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await BacktestRead.FeatureSet(connection, version, cancellation);
    }

    sealed record Newest(int FeatureSetVersion);
}
