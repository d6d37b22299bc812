using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Predict.OneMatch;

/// <summary>A request of a thousand matches takes tens of milliseconds, so it stands in no single match's way. Replicas share the queue.</summary>
public sealed class PredictMatchesDefinition : ConsumerDefinition<PredictMatchesConsumer>
{
    public PredictMatchesDefinition() => EndpointName = Contracts.Predict.V1.PredictMatches.Queue;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PredictMatchesConsumer> consumerConfigurator, IRegistrationContext context)
    {
        // The next are unpacked while one is stored.
        endpointConfigurator.PrefetchCount = 8;
        endpointConfigurator.ConcurrentMessageLimit = 4;
        endpointConfigurator.UseWorkQueue(context);
    }
}
