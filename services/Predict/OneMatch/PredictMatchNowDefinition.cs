using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Predict.OneMatch;

/// <summary>A queue apart from all that is stored: whoever waits here waits milliseconds.</summary>
public sealed class PredictMatchNowDefinition : ConsumerDefinition<PredictMatchNowConsumer>
{
    public PredictMatchNowDefinition() => EndpointName = Contracts.Predict.V1.PredictMatchNow.Queue;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PredictMatchNowConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 64;
        // Those that wait for a model to explain hold up nobody.
        endpointConfigurator.ConcurrentMessageLimit = 64;
        endpointConfigurator.UseRequestQueue(context);
    }
}
