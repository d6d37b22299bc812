using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.DriftCheck;

/// <summary>Settling is one statement; the runs take turns.</summary>
public sealed class SettleForecastsDefinition : ConsumerDefinition<SettleForecastsConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SettleForecastsConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 4;
        endpointConfigurator.ConcurrentMessageLimit = 1;
        endpointConfigurator.UseWorkQueue(context);
    }
}
