using MassTransit;

namespace Soccer.Hosting.Bus;

/// <summary>Sends commands so that accepted means durable.</summary>
public static class Commands
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Sends a command to the queue that takes it, and returns once the broker has confirmed it. <paramref name="conversation"/> is the run's id.
    /// </summary>
    /// <exception cref="CommandNotAcceptedException">The broker is away, the queue does not exist, or there was no confirmation in 5 s.</exception>
    public static async Task SendCommand<T>(
        this ISendEndpointProvider bus, string queue, T command, Guid conversation, CancellationToken cancellation) where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{queue}")).WaitAsync(limit.Token);
            await endpoint.Send(command, send =>
            {
                send.ConversationId = conversation;
                if (send.TryGetPayload(out RabbitMqSendContext? rabbit))
                    rabbit.Mandatory = true;
            }, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            throw new CommandNotAcceptedException(queue, error);
        }
    }
}

/// <summary>A command was not taken by the broker; nothing was started, and it may be sent again.</summary>
public sealed class CommandNotAcceptedException(string queue, Exception cause)
    : Exception($"the broker did not take the command for {queue} within 5 s: {cause.Message}", cause)
{
    /// <summary>The queue that should have taken it.</summary>
    public string Queue { get; } = queue;
}
