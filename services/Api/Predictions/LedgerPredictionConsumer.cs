using MassTransit;
using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Predictions;

/// <summary>Writes down what Predict answers.</summary>
public sealed class LedgerPredictionConsumer(NpgsqlDataSource database) :
    IConsumer<MatchPredicted>, IConsumer<MatchNotPredicted>, IConsumer<Fault<PredictMatch>>
{
    public Task Consume(ConsumeContext<MatchPredicted> context) =>
        Answer(context.Message.RequestId, context.Message, context.Message.At, context.CancellationToken);

    public Task Consume(ConsumeContext<MatchNotPredicted> context) =>
        Answer(context.Message.RequestId, context.Message, context.Message.At, context.CancellationToken);

    public Task Consume(ConsumeContext<Fault<PredictMatch>> context)
    {
        var fault = context.Message;
        var answer = new MatchNotPredicted(fault.Message.RequestId, "", FaultReason.Of(fault.Exceptions), [], fault.Timestamp);
        return Answer(answer.RequestId, answer, answer.At, context.CancellationToken);
    }

    async Task Answer<T>(Guid requestId, T answer, DateTime at, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await PredictionSql.Answer(connection, requestId, answer, at.ToUniversalTime(), cancellation);
    }
}
