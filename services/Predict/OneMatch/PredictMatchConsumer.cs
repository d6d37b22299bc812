using MassTransit;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Predict.OneMatch;

/// <summary>Answers a request for one match: with a forecast, or with what is wrong with it.</summary>
public sealed class PredictMatchConsumer(Oracle oracle, TimeProvider time) : IConsumer<PredictMatch>
{
    public async Task Consume(ConsumeContext<PredictMatch> context)
    {
        var (request, cancellation) = (context.Message, context.CancellationToken);
        try
        {
            var answer = await oracle.Forecast(request, cancellation);
            await context.Publish(new MatchPredicted(
                request.RequestId, answer.Match.Division, answer.Home, answer.Away, answer.Match.Date, answer.Probabilities.Home, answer.Probabilities.Draw,
                answer.Probabilities.Away, answer.ModelId, answer.FeatureSetVersion, time.GetUtcNow().UtcDateTime, answer.Kind,
                answer.Goals?.Home, answer.Goals?.Away), cancellation);
        }
        catch (UnanswerableRequestException wrong)
        {
            await context.Publish(new MatchNotPredicted(
                request.RequestId, wrong.Field, wrong.Message, wrong.Suggestions, time.GetUtcNow().UtcDateTime), cancellation);
        }
    }
}
