using MassTransit;
using Soccer.Contracts.Predict.V1;
using Soccer.Hosting.Bus;

namespace Soccer.Predict.OneMatch;

/// <summary>Requests are small and many; a few are prefetched, and all replicas share the queue.</summary>
public sealed class PredictMatchDefinition : ConsumerDefinition<PredictMatchConsumer>
{
    public PredictMatchDefinition() => EndpointName = PredictMatch.Queue;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PredictMatchConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 32;
        endpointConfigurator.ConcurrentMessageLimit = 4;
        endpointConfigurator.UseWorkQueue(context);
    }
}
