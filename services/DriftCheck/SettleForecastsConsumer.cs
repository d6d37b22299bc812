using MassTransit;
using Npgsql;
using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.Hosting.Database;

namespace Soccer.DriftCheck;

/// <summary>Scores the forecasts whose matches a new dataset version has results for.</summary>
public sealed class SettleForecastsConsumer(NpgsqlDataSource database, StepMemo memo, TimeProvider time) : IConsumer<SnapshotValidated>
{
    public async Task Consume(ConsumeContext<SnapshotValidated> context)
    {
        var (message, run) = (context.Message, context.Message.Run);

        // What is unsettled depends on the forecasts, not only on the dataset; the run is the input, so that a redelivery says the same again.
        var (settled, _) = await memo.Decide(
            "settle", new { Run = run.Id, message.DatasetVersion }, token => Settle(run, message.DatasetVersion, token), context.CancellationToken);

        await context.Publish(new ForecastsSettled(run, message.DatasetVersion, settled.Forecasts, settled.InAll, settled.LogLoss), context.CancellationToken);
    }

    async Task<Settled> Settle(Run run, int version, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await DriftCheckSql.TakeTurns(connection, cancellation);
        if (await DriftCheckSql.FindSettled(connection, run.Id, version, cancellation) is { } before)
            return before;
        var began = time.GetUtcNow().UtcDateTime;
        var scored = (await DriftCheckSql.ReadUnsettled(connection, version, run.AsOf, cancellation)).Select(Settling.Score).ToList();
        await DriftCheckSql.StoreScores(connection, version, scored, cancellation);
        var settled = Settling.Sum(scored, await DriftCheckSql.CountSettled(connection, cancellation));
        await DriftCheckSql.StoreSettled(connection, run.Id, version, settled, run.AsOf, began, cancellation);
        await transaction.CommitAsync(cancellation);
        return settled;
    }
}
