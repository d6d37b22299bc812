using MassTransit;
using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Predictions;

/// <summary>Writes down which requests Predict gave up.</summary>
public sealed class LedgerPredictionConsumer(NpgsqlDataSource database, AnswerBell bell) : IConsumer<Fault<PredictMatch>>, IConsumer<Fault<PredictMatches>>
{
    public Task Consume(ConsumeContext<Fault<PredictMatch>> context) =>
        Fail(context.Message.Message.RequestId, context.Message.Message.Owner, context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<Fault<PredictMatches>> context) =>
        Fail(context.Message.Message.RequestId, context.Message.Message.Owner, context.Message, context.CancellationToken);

    async Task Fail(Guid requestId, string? owner, Fault fault, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await PredictionSql.Fail(
            connection, requestId, owner, FaultReason.Of(fault.Exceptions), fault.Timestamp.ToUniversalTime(), cancellation);
        bell.Answered([requestId]);
    }
}
