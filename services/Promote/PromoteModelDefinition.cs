using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Promote;

/// <summary>One model at a time: each is held against the champion that the one before left.</summary>
public sealed class PromoteModelDefinition : ConsumerDefinition<PromoteModelConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PromoteModelConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 1;
        endpointConfigurator.ConcurrentMessageLimit = 1;
        endpointConfigurator.UseWorkQueue(context);
    }
}
