using MassTransit;

namespace Soccer.Api.Predictions;

/// <summary>A queue of this process alone that lives as long as it does: whoever waits, waits in one replica, and no event is kept for one that is away.</summary>
public sealed class PredictionsAnsweredDefinition : ConsumerDefinition<PredictionsAnsweredConsumer>
{
    public PredictionsAnsweredDefinition() => EndpointName = $"progress-predictions-{NewId.NextGuid():N}";

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PredictionsAnsweredConsumer> consumerConfigurator, IRegistrationContext context)
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
