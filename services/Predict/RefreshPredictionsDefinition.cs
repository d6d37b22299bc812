using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Predict;

/// <summary>One board at a time. Promotions, holds and runs without training come through one queue, in order.</summary>
public sealed class RefreshPredictionsDefinition : ConsumerDefinition<RefreshPredictionsConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<RefreshPredictionsConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 4;
        endpointConfigurator.ConcurrentMessageLimit = 1;
        endpointConfigurator.UseWorkQueue(context);
    }
}
