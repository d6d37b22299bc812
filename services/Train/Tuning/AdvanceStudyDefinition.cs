using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Train.Tuning;

/// <summary>Short work; it has a queue of its own, so that no round waits for a fit.</summary>
public sealed class AdvanceStudyDefinition : ConsumerDefinition<AdvanceStudyConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<AdvanceStudyConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.ConcurrentMessageLimit = 4;
        endpointConfigurator.UseWorkQueue(context);
    }
}
