using MassTransit;
using Npgsql;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.Hosting.Database;

namespace Soccer.DriftCheck;

/// <summary>Scores the forecasts whose matches a new dataset version has results for.</summary>
public sealed class SettleForecastsConsumer(NpgsqlDataSource database, StepMemo memo) : IConsumer<SnapshotValidated>
{
    public async Task Consume(ConsumeContext<SnapshotValidated> context)
    {
        var (message, run) = (context.Message, context.Message.Run);

        // What is unsettled depends on the forecasts, not only on the dataset; the run is the input, so that a redelivery says the same again.
        var (settled, _) = await memo.Run("settle", new { Run = run.Id, message.DatasetVersion }, force: false, result => "", async token =>
        {
            await using var connection = await database.OpenConnectionAsync(token);
            var scored = (await DriftCheckSql.Unsettled(connection, message.DatasetVersion, run.AsOf, token)).Select(Settling.Score).ToList();
            return await DriftCheckSql.StoreSettled(connection, message.DatasetVersion, scored, token);
        }, context.CancellationToken);

        await context.Publish(new ForecastsSettled(run, message.DatasetVersion, settled.Forecasts, settled.InAll, settled.LogLoss), context.CancellationToken);
    }
}
