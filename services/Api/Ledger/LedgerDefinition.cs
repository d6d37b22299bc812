using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Api.Ledger;

/// <summary>One queue for all pipeline events. A transaction is short, so a few at a time keep up with every stage.</summary>
public sealed class LedgerDefinition : ConsumerDefinition<LedgerConsumer>
{
    public LedgerDefinition() => EndpointName = "ledger-events";

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<LedgerConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.ConcurrentMessageLimit = 4;
        endpointConfigurator.UseWorkQueue(context);
    }
}
