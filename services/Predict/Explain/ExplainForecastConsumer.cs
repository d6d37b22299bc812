using MassTransit;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Models;

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
            await context.RespondAsync(Answer(request, explanation));
        }
        catch (UnexplainableForecastException reason)
        {
            await context.RespondAsync(new ForecastNotExplained(request.RequestId, reason.Message, time.GetUtcNow().UtcDateTime));
        }
    }

    ForecastExplained Answer(ExplainForecast request, Explanation explanation) => new(
        request.RequestId, request.MatchId, request.ModelId, explanation.Kind, request.FeatureSetVersion, Three(explanation.Base),
        [.. explanation.Families.Select(family => new FamilyEffect(family.Family, family.Effects.Home, family.Effects.Draw, family.Effects.Away))],
        [.. explanation.Families.SelectMany(family => family.Largest, (family, feature) => new FeatureEffect(
            family.Family, feature.Feature, float.IsFinite(feature.Value) ? feature.Value : null, feature.Effects.Home, feature.Effects.Draw, feature.Effects.Away))],
        Three(explanation.Margins), time.GetUtcNow().UtcDateTime);

    static double[] Three(Effects effects) => [effects.Home, effects.Draw, effects.Away];
}
