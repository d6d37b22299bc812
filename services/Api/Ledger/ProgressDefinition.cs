using MassTransit;

namespace Soccer.Api.Ledger;

/// <summary>A queue of this process alone that lives as long as it does: every replica hears every report, and none is kept for one that is away.</summary>
public sealed class ProgressDefinition : ConsumerDefinition<ProgressConsumer>
{
    public ProgressDefinition() => EndpointName = $"progress-ledger-{NewId.NextGuid():N}";

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ProgressConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PublishFaults = false;
        endpointConfigurator.DiscardFaultedMessages();
        endpointConfigurator.DiscardSkippedMessages();
        if (endpointConfigurator is not IRabbitMqReceiveEndpointConfigurator rabbit)
            return;
        rabbit.Durable = false;
        rabbit.AutoDelete = true;
    }
}
