using MassTransit;
using Npgsql;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Predict.OneMatch;

/// <summary>Answers a request for many matches, all by the same model.</summary>
public sealed class PredictMatchesConsumer(NpgsqlDataSource database, Oracle oracle, TimeProvider time) : IConsumer<PredictMatches>
{
    public async Task Consume(ConsumeContext<PredictMatches> context)
    {
        var replies = await oracle.Answer([Question.Of(context.Message)], context.CancellationToken);
        await PredictSql.Answer(database, replies, context.CancellationToken);
        await context.Publish(
            new PredictionsAnswered([context.Message.RequestId], time.GetUtcNow().UtcDateTime), answered => answered.Durable = false, context.CancellationToken);
    }
}
