using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Featurize;

/// <summary>One pass at a time: it fills a core, and versions are numbered one after the other anyway.</summary>
public sealed class BuildFeaturesDefinition : ConsumerDefinition<BuildFeaturesConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<BuildFeaturesConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 1;
        endpointConfigurator.ConcurrentMessageLimit = 1;
        endpointConfigurator.UseWorkQueue(context);
    }
}
