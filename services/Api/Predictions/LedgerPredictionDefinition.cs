using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Api.Predictions;

/// <summary>A queue of its own: somebody waits for the answer, and it must not stand behind a run's events.</summary>
public sealed class LedgerPredictionDefinition : ConsumerDefinition<LedgerPredictionConsumer>
{
    public LedgerPredictionDefinition() => EndpointName = "ledger-predictions";

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<LedgerPredictionConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.ConcurrentMessageLimit = 8;
        endpointConfigurator.UseWorkQueue(context);
    }
}
