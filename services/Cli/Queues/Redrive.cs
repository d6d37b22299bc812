using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Soccer.Cli.Queues;

/// <summary>
/// Moves given-up messages back. A message leaves its place only when the broker has confirmed it in the other, so a crash repeats it at
/// worst.
/// </summary>
static class Redrive
{
    static readonly string[] Dropped = ["MT-Fault-", "MT-Host-", "MT-Reason", "x-delivery-count", "x-death", "x-first-death-", "x-last-death-"];

    /// <summary>Moves the messages that stand there now, and returns how many.</summary>
    /// <exception cref="ExitException">There is no such queue, or a message does not tell where it came from.</exception>
    public static async Task<int> Run(IConnection connection, string name, CancellationToken cancellation)
    {
        var queue = name.EndsWith(GivenUpQueues.ErrorSuffix, StringComparison.Ordinal) ? name[..^GivenUpQueues.ErrorSuffix.Length] : name;
        var source = SourceOf(name);
        if (await Broker.Count(connection, source, cancellation) is not { } count)
        {
            // An error queue is made with its first message.
            if (GivenUpQueues.Known.Contains(source) || await Broker.Count(connection, queue, cancellation) is not null)
                return 0;
            throw new ExitException(Exit.Usage, $"There is no queue {source}; redrive without a name lists those that have messages.");
        }
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
        var moved = 0;
        // Only those that stand there now: one that fails again at once must not go round for ever.
        for (; moved < count && await channel.BasicGetAsync(source, autoAck: false, cancellation) is { } message; moved++)
        {
            var target = queue == GivenUpQueues.DeadLetters ? Origin(message) : queue;
            var properties = new BasicProperties(message.BasicProperties) { Headers = Kept(message.BasicProperties.Headers) };
            try
            {
                await channel.BasicPublishAsync("", target, mandatory: true, properties, message.Body, cancellation);
            }
            catch (PublishException error)
            {
                throw new ExitException(Exit.Usage, $"{target} did not take a message of {source}, which stays there: {error.Message}. {moved} were moved before it.");
            }
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellation);
        }
        return moved;
    }

    /// <summary>The queue in which given-up messages stand, whether it was named itself or its origin.</summary>
    public static string SourceOf(string name) =>
        name == GivenUpQueues.DeadLetters || name.EndsWith(GivenUpQueues.ErrorSuffix, StringComparison.Ordinal) ? name : name + GivenUpQueues.ErrorSuffix;

    static string Origin(BasicGetResult message) => message.BasicProperties.Headers?.TryGetValue("x-first-death-queue", out var queue) == true && queue is byte[] name
        ? Encoding.UTF8.GetString(name)
        : throw new ExitException(Exit.Failed, "A dead letter does not tell from which queue it came; look at it in the broker's management.");

    static Dictionary<string, object?> Kept(IDictionary<string, object?>? headers) => (headers ?? new Dictionary<string, object?>())
        .Where(header => !Dropped.Any(start => header.Key.StartsWith(start, StringComparison.Ordinal)))
        .ToDictionary(header => header.Key, header => header.Value);
}
