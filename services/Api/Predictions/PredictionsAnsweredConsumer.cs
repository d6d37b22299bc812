using MassTransit;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Predictions;

/// <summary>Hears which requests have their answers.</summary>
public sealed class PredictionsAnsweredConsumer(AnswerBell bell) : IConsumer<PredictionsAnswered>
{
    public Task Consume(ConsumeContext<PredictionsAnswered> context)
    {
        bell.Answered(context.Message.RequestIds);
        return Task.CompletedTask;
    }
}
