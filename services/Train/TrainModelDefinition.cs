using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Train;

/// <summary>One training at a time: it fills every core.</summary>
public sealed class TrainModelDefinition : ConsumerDefinition<TrainModelConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TrainModelConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 1;
        endpointConfigurator.ConcurrentMessageLimit = 1;
        endpointConfigurator.UseWorkQueue(context);
    }
}
