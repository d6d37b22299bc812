using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Api.Ledger;

/// <summary>A queue of its own: failures must not wait behind events.</summary>
public sealed class LedgerFaultDefinition : ConsumerDefinition<LedgerFaultConsumer>
{
    public LedgerFaultDefinition() => EndpointName = "ledger-faults";

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<LedgerFaultConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.ConcurrentMessageLimit = 4;
        endpointConfigurator.UseWorkQueue(context);
    }
}
