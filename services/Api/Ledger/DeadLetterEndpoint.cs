using MassTransit;
using Soccer.Hosting.Database;

namespace Soccer.Api.Ledger;

/// <summary>Listens on the ledger's queue of dead letters, which the broker's definitions have made and bound.</summary>
sealed class DeadLetterEndpoint(IReceiveEndpointConnector bus, RunLedger ledger, Migrator migrator, TimeProvider time, ILogger<DeadLetterFilter> log)
    : IHostedService
{
    const string Queue = "dead-letter-ledger";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        bus.ConnectReceiveEndpoint(Queue, (_, endpoint) =>
        {
            endpoint.ConfigureConsumeTopology = false;
            endpoint.PublishFaults = false;
            if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
                rabbit.SetQuorumQueue();
            endpoint.ConfigureReceive(receive => receive.UseFilter(new DeadLetterFilter(ledger, migrator, time, log)));
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
