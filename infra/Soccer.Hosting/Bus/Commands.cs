using MassTransit;

namespace Soccer.Hosting.Bus;

/// <summary>Sends commands so that accepted means durable.</summary>
public static class Commands
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Sends a command to the queue that takes it, and returns once the broker has confirmed it. <paramref name="conversation"/> is the id of what it asks for: the run's.
    /// <paramref name="messageId"/> is given where a command that is sent again must be the same message.
    /// </summary>
    /// <exception cref="CommandNotAcceptedException">
    /// The broker is away, the queue does not exist, or there was no confirmation in 5 s; it tells whether the broker may have the command all the same.
    /// </exception>
    public static async Task SendCommand<T>(
        this ISendEndpointProvider bus, string queue, T command, Guid conversation, CancellationToken cancellation, Guid? messageId = null) where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        var handover = new Handover();
        try
        {
            var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{queue}")).WaitAsync(limit.Token);
            await endpoint.Send(command, send =>
            {
                handover.Begin();
                send.ConversationId = conversation;
                send.MessageId = messageId ?? send.MessageId;
                if (send.TryGetPayload(out RabbitMqSendContext? rabbit))
                    rabbit.Mandatory = true;
            }, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // A message that came back was not put into any queue; every other error leaves open how far it came.
            throw new CommandNotAcceptedException(queue, conversation, isInDoubt: !handover.GiveUp() && error is not MessageReturnedException, error);
        }
    }

    /// <summary>Whether a command may have left: it is made ready when there is a channel to the broker, and must not leave after it was given up.</summary>
    sealed class Handover
    {
        const int Waiting = 0, Begun = 1, GivenUp = 2;
        int state = Waiting;

        /// <exception cref="OperationCanceledException">The command was given up.</exception>
        public void Begin()
        {
            if (Interlocked.CompareExchange(ref state, Begun, Waiting) == GivenUp)
                throw new OperationCanceledException("the command was given up before there was a connection");
        }

        /// <summary>Gives the command up, unless it may have left.</summary>
        public bool GiveUp() => Interlocked.CompareExchange(ref state, GivenUp, Waiting) == Waiting;
    }
}

/// <summary>
/// A command was not confirmed by the broker. Sent again under the same id it is the same command; under another id only where it
/// is not <see cref="IsInDoubt"/>.
/// </summary>
/// <param name="queue">The queue that should have taken it.</param>
/// <param name="conversation">The id of what it asks for: a run, a prediction, a backtest.</param>
/// <param name="isInDoubt">Whether the broker may have it all the same.</param>
/// <param name="cause">What went wrong.</param>
public sealed class CommandNotAcceptedException(string queue, Guid conversation, bool isInDoubt, Exception cause)
    : Exception($"the broker did not {(isInDoubt ? "confirm" : "take")} the command for {queue}: {Reason(isInDoubt, cause)}", cause)
{
    /// <summary>The queue that should have taken it.</summary>
    public string Queue { get; } = queue;

    /// <summary>The id of what the command asks for: a run, a prediction, a backtest.</summary>
    public Guid Conversation { get; } = conversation;

    /// <summary>
    /// Whether the broker may have the command all the same: it was handed over, and the confirmation did not come in time or the connection was lost.
    /// Otherwise nothing was started: there was no connection, or no queue.
    /// </summary>
    public bool IsInDoubt { get; } = isInDoubt;

    static string Reason(bool isInDoubt, Exception cause) => cause switch
    {
        OperationCanceledException when isInDoubt => "no confirmation came in 5 s",
        OperationCanceledException => "there was no connection in 5 s",
        _ => cause.Message,
    };
}
