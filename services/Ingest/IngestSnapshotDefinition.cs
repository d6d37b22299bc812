using MassTransit;
using MassTransit.Configuration;
using Soccer.Contracts.Ingest.V1;
using Soccer.Hosting.Bus;

namespace Soccer.Ingest;

/// <summary>
/// One crawl at a time: two would share the source's patience. Plain JSON is understood, as the management page sends it.
/// </summary>
public sealed class IngestSnapshotDefinition : ConsumerDefinition<IngestSnapshotConsumer>
{
    public IngestSnapshotDefinition() => EndpointName = StartRun.Queue;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<IngestSnapshotConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 1;
        endpointConfigurator.ConcurrentMessageLimit = 1;
        var json = new SystemTextJsonRawMessageSerializerFactory(RawSerializerOptions.AnyMessageType);
        endpointConfigurator.AddDeserializer(new PastedJson(json), isDefault: true);
        endpointConfigurator.UseWorkQueue(context);
    }
}
