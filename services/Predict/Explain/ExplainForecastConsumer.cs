using MassTransit;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Predict.Explain;

/// <summary>Tells somebody who waits why a forecast is what it is, or why that can't be told.</summary>
public sealed class ExplainForecastConsumer(Explainer explainer, TimeProvider time) : IConsumer<ExplainForecast>
{
    public async Task Consume(ConsumeContext<ExplainForecast> context)
    {
        var request = context.Message;
        try
        {
            var explanation = await explainer.Explain(request, context.CancellationToken);
            await context.RespondAsync(new ForecastExplained(
                request.RequestId, request.MatchId, request.ModelId, explanation.Kind, request.FeatureSetVersion, ExplanationMessage.Three(explanation.Base),
                ExplanationMessage.Families(explanation), ExplanationMessage.Features(explanation), ExplanationMessage.Three(explanation.Margins), time.GetUtcNow().UtcDateTime));
        }
        catch (UnexplainableForecastException reason)
        {
            await context.RespondAsync(new ForecastNotExplained(request.RequestId, reason.Message, time.GetUtcNow().UtcDateTime));
        }
    }
}
