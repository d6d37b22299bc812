using MassTransit;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Hosting.Bus;

namespace Soccer.DriftCheck;

/// <summary>One check at a time: it reads a season's features.</summary>
public sealed class CheckDriftDefinition : ConsumerDefinition<CheckDriftConsumer>
{
    public CheckDriftDefinition() => EndpointName = CheckDrift.Queue;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<CheckDriftConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 1;
        endpointConfigurator.ConcurrentMessageLimit = 1;
        endpointConfigurator.UseWorkQueue(context);
    }
}
