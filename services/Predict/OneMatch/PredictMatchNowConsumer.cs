using MassTransit;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Predict.OneMatch;

/// <summary>Answers somebody who waits: with a forecast, or with what is wrong with the request.</summary>
public sealed class PredictMatchNowConsumer(Oracle oracle) : IConsumer<PredictMatchNow>
{
    public async Task Consume(ConsumeContext<PredictMatchNow> context)
    {
        var reply = (await oracle.Answer([Question.Of(context.Message)], context.CancellationToken))[0];
        if (reply.Matches[0] is { Forecast: { } forecast })
            await context.RespondAsync(new MatchPredicted(
                reply.RequestId, forecast.Division, forecast.Home, forecast.Away, forecast.Date, forecast.HomeWin, forecast.Draw, forecast.AwayWin, reply.ModelId!,
                reply.FeatureSetVersion!.Value, reply.At, forecast.Kind, forecast.HomeGoals, forecast.AwayGoals, reply.DatasetVersion, forecast.HomeId, forecast.AwayId));
        else if (reply.Matches[0].Refusal is { } refusal)
            await context.RespondAsync(new MatchNotPredicted(reply.RequestId, refusal.Field, refusal.Reason, refusal.Suggestions, reply.At));
    }
}
