using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Predict.OneMatch;

/// <summary>Requests are small and many, so they are answered in batches. Replicas share the queue.</summary>
public sealed class PredictMatchDefinition : ConsumerDefinition<PredictMatchConsumer>
{
    // A lone request waits so long for company: far less than its way through the broker and the database.
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(5);
    const int BatchSize = 200, Batches = 2;

    public PredictMatchDefinition() => EndpointName = Contracts.Predict.V1.PredictMatch.Queue;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PredictMatchConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 2 * BatchSize * Batches;
        consumerConfigurator.Options<BatchOptions>(batch => batch.SetMessageLimit(BatchSize).SetTimeLimit(Patience).SetTimeLimitStart(BatchTimeLimitStart.FromFirst).SetConcurrencyLimit(Batches));
        endpointConfigurator.UseWorkQueue(context);
    }
}
