using MassTransit;
using Npgsql;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Models;
using Soccer.Predict.Explain;
using Soccer.Tables.Predict;

namespace Soccer.Predict.OneMatch;

/// <summary>Answers a request for many matches, all by the same model, and says why where that is asked.</summary>
public sealed class PredictMatchesConsumer(NpgsqlDataSource database, Oracle oracle, Explainer explainer, TimeProvider time) : IConsumer<PredictMatches>
{
    public async Task Consume(ConsumeContext<PredictMatches> context)
    {
        var reply = (await oracle.Answer([Question.Of(context.Message)], context.CancellationToken))[0];
        if (reply is { Rows: { } rows, ModelId: { } modelId })
            reply = reply with { Matches = await Explained(reply.Matches, rows, modelId, context.CancellationToken) };
        await PredictSql.Answer(database, [reply], context.CancellationToken);
        await context.Publish(
            new PredictionsAnswered([context.Message.RequestId], time.GetUtcNow().UtcDateTime), answered => answered.Durable = false, context.CancellationToken);
    }

    async Task<IReadOnlyList<MatchAnswer>> Explained(IReadOnlyList<MatchAnswer> answers, IReadOnlyList<float[]?> rows, string modelId, CancellationToken cancellation)
    {
        var explained = new List<MatchAnswer>(answers.Count);
        foreach (var (answer, row) in answers.Zip(rows))
            try
            {
                explained.Add(answer.Forecast is { } forecast ? new(forecast with { Why = await Why(forecast.Kind, row!) }, null) : answer);
            }
            catch (UnexplainableForecastException reason)
            {
                explained.Add(new(null, new("explain", reason.Message, [])));
            }
        return explained;

        Task<Explanation> Why(string kind, float[] row) => explainer.Explain(modelId, kind, row, Explainer.Accepted, cancellation);
    }
}
