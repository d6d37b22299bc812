using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Train.Tuning;

/// <summary>One trial at a time, and none taken ahead: it fills every core, and what one replica holds another can't take.</summary>
public sealed class EvaluateTrialDefinition : ConsumerDefinition<EvaluateTrialConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<EvaluateTrialConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 1;
        endpointConfigurator.ConcurrentMessageLimit = 1;
        endpointConfigurator.UseWorkQueue(context);
    }
}
