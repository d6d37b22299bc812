using MassTransit;
using Soccer.Contracts.Predict.V1;
using Soccer.Hosting.Bus;

namespace Soccer.Predict.Explain;

/// <summary>An explanation is some milliseconds of one core. Two at a time leave the others to the forecasts; few are prefetched, so that replicas share what comes.</summary>
public sealed class ExplainForecastDefinition : ConsumerDefinition<ExplainForecastConsumer>
{
    public ExplainForecastDefinition() => EndpointName = ExplainForecast.Queue;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ExplainForecastConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 4;
        endpointConfigurator.ConcurrentMessageLimit = 2;
        endpointConfigurator.UseRequestQueue(context);
    }
}
