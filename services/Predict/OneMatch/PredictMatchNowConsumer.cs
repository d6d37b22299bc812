using MassTransit;
using Soccer.Contracts.Predict.V1;
using Soccer.Predict.Explain;
using Soccer.Tables.Predict;

namespace Soccer.Predict.OneMatch;

/// <summary>Answers somebody who waits: with a forecast, and why it is what it is where that is asked, or with what is wrong with the request.</summary>
public sealed class PredictMatchNowConsumer(Oracle oracle, Explainer explainer) : IConsumer<PredictMatchNow>
{
    public async Task Consume(ConsumeContext<PredictMatchNow> context)
    {
        var reply = (await oracle.Answer([Question.Of(context.Message)], context.CancellationToken))[0];
        if (reply.Matches[0].Refusal is { } refusal)
            await context.RespondAsync(new MatchNotPredicted(reply.RequestId, refusal.Field, refusal.Reason, refusal.Suggestions, reply.At));
        else if (reply.Matches[0].Forecast is { } forecast)
            try
            {
                await context.RespondAsync(await Answer(reply, forecast, context.CancellationToken));
            }
            catch (UnexplainableForecastException reason)
            {
                await context.RespondAsync(new MatchNotPredicted(reply.RequestId, "explain", reason.Message, [], reply.At));
            }
            catch (TimeoutException late)
            {
                // No field is wrong: the Api answers 503.
                await context.RespondAsync(new MatchNotPredicted(reply.RequestId, "", late.Message, [], reply.At));
            }
    }

    async Task<MatchPredicted> Answer(Reply reply, MatchForecast forecast, CancellationToken cancellation)
    {
        var answer = new MatchPredicted(
            reply.RequestId, forecast.Division, forecast.Home, forecast.Away, forecast.Date, forecast.HomeWin, forecast.Draw, forecast.AwayWin, reply.ModelId!,
            reply.FeatureSetVersion!.Value, reply.At, forecast.Kind, forecast.HomeGoals, forecast.AwayGoals, reply.DatasetVersion, forecast.HomeId, forecast.AwayId,
            forecast.BlindKind, forecast.Blind);
        if (reply.Rows is not [{ } row])
            return answer;
        var why = await explainer.Explain(answer.ModelId, forecast.Kind, row, Explainer.InRequest, cancellation);
        return answer with
        {
            Base = ExplanationMessage.Three(why.Base),
            Families = ExplanationMessage.Families(why),
            Features = ExplanationMessage.Features(why),
            Margins = ExplanationMessage.Three(why.Margins),
        };
    }
}
