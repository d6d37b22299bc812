using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Soccer.Hosting.Bus;

namespace Soccer.Cli.Queues;

/// <summary>The broker itself, below the bus: a message is moved as it is, whatever it is.</summary>
static class Broker
{
    public static Task<IConnection> Connect(BusOptions options, CancellationToken cancellation) => new ConnectionFactory
    {
        HostName = options.Host,
        Port = options.Port,
        VirtualHost = options.VirtualHost,
        UserName = options.Username,
        Password = options.Password,
        ClientProvidedName = "redrive",
        AutomaticRecoveryEnabled = false,
    }.CreateConnectionAsync(cancellation);

    /// <summary>Messages that stand in a queue; none where there is no such queue.</summary>
    public static async Task<uint?> Count(IConnection connection, string queue, CancellationToken cancellation)
    {
        try
        {
            // The broker closes a channel that asks for a queue that is not there, so each question has its own.
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
            return (await channel.QueueDeclarePassiveAsync(queue, cancellation)).MessageCount;
        }
        catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }
}
