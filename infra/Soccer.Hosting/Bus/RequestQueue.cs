using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Hosting.Database;

namespace Soccer.Hosting.Bus;

/// <summary>The policy of queues whose senders wait for an answer.</summary>
public static class RequestQueue
{
    /// <summary>
    /// Nothing is kept: what was not taken before its sender gave up is dropped by the broker, and a consumer that fails answers with the fault, which the sender hears.
    /// The queue's name says "request", so the broker's policy for work queues passes it by.
    /// </summary>
    public static void UseRequestQueue(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
    {
        endpoint.DiscardFaultedMessages();
        endpoint.DiscardSkippedMessages();
        if (context.GetService<Migrator>() is { } migrator)
            endpoint.UseExecuteAsync(consume => migrator.Completed.WaitAsync(consume.CancellationToken));
    }
}
