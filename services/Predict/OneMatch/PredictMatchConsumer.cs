using MassTransit;
using Npgsql;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Predict.OneMatch;

/// <summary>Answers requests for one match each, as many at a time as wait in the queue: one look for news, one statement and one event for all of them.</summary>
public sealed class PredictMatchConsumer(NpgsqlDataSource database, Oracle oracle, TimeProvider time) : IConsumer<Batch<PredictMatch>>
{
    public async Task Consume(ConsumeContext<Batch<PredictMatch>> context)
    {
        // One that was sent again stands there with a later deadline.
        var questions = context.Message.Select(request => Question.Of(request.Message)).GroupBy(question => question.RequestId, (_, same) => same.MaxBy(question => question.Deadline)!).ToList();
        var replies = await oracle.Answer(questions, context.CancellationToken);
        await PredictSql.Answer(database, replies, context.CancellationToken);
        await context.Publish(
            new PredictionsAnswered([.. replies.Select(reply => reply.RequestId)], time.GetUtcNow().UtcDateTime), answered => answered.Durable = false, context.CancellationToken);
    }
}
