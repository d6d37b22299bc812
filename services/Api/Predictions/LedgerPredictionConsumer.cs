using MassTransit;
using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Predictions;

/// <summary>Writes down which requests Predict gave up.</summary>
public sealed class LedgerPredictionConsumer(NpgsqlDataSource database, AnswerBell bell) : IConsumer<Fault<PredictMatch>>, IConsumer<Fault<PredictMatches>>
{
    public Task Consume(ConsumeContext<Fault<PredictMatch>> context) =>
        Fail(context.Message.Message.RequestId, FaultReason.Of(context.Message.Exceptions), context.Message.Timestamp, context.CancellationToken);

    public Task Consume(ConsumeContext<Fault<PredictMatches>> context) =>
        Fail(context.Message.Message.RequestId, FaultReason.Of(context.Message.Exceptions), context.Message.Timestamp, context.CancellationToken);

    async Task Fail(Guid requestId, string reason, DateTime at, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await PredictionSql.Fail(connection, requestId, reason, at.ToUniversalTime(), cancellation);
        bell.Answered([requestId]);
    }
}
