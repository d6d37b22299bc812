using MassTransit;
using Soccer.Hosting.Bus;

namespace Soccer.Validate;

/// <summary>One snapshot at a time: merges take turns under a lock anyway, and one holds the whole history in memory.</summary>
public sealed class ValidateSnapshotDefinition : ConsumerDefinition<ValidateSnapshotConsumer>
{
    public ValidateSnapshotDefinition() => ConcurrentMessageLimit = 1;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ValidateSnapshotConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseWorkQueue(context);
        endpointConfigurator.PrefetchCount = 1;
    }
}
