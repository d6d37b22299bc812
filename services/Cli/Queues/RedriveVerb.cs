using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;
using Soccer.Hosting.Bus;

namespace Soccer.Cli.Queues;

/// <summary>redrive: puts given-up messages back on the queues that they came from.</summary>
static class RedriveVerb
{
    static readonly Listing<QueueLine> Queues = new(
    [
        new("queue", "queue", queue => queue.Queue),
        new("messages", "messages", queue => queue.Messages) { Format = "N0" },
    ]);

    public static Command Create(Settings settings)
    {
        var queue = new Argument<string?>("QUEUE")
        {
            Description = "The queue whose given-up messages go back to it, or dead-letter; without it: which queues have some.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        const string about = "Put given-up messages back on their queues.";
        string[] examples = ["redrive", "redrive validate-snapshot"];
        return CommandLine.Verb("redrive", about, examples, async (parsed, cancellation) =>
        {
            if (parsed.GetValue(queue) is not null)
                Queues.RefuseFor(parsed, "what it moved");
            var options = settings.Configuration.GetSection("Bus").Get<BusOptions>() ?? new BusOptions();
            try
            {
                await using var connection = await Broker.Connect(options, cancellation);
                if (parsed.GetValue(queue) is not { } name)
                {
                    await List(parsed, settings, options, connection, cancellation);
                    return Exit.Ok;
                }
                var moved = await Redrive.Run(connection, name, cancellation);
                if (Queues.IsJson(parsed))
                    Console.WriteLine(JsonSerializer.Serialize(new { queue = name, moved }));
                else
                    Console.WriteLine(moved switch
                    {
                        0 => $"Nothing waits in {Redrive.SourceOf(name)}.",
                        1 => $"1 message of {name} is on its way again",
                        _ => $"{moved} messages of {name} are on their way again",
                    });
                return Exit.Ok;
            }
            catch (BrokerUnreachableException error)
            {
                throw new ExitException(Exit.Away, $"The broker at {options.Host}:{options.Port} does not answer: {error.InnerException?.Message ?? error.Message}");
            }
        }, [queue, .. Queues.Options]);
    }

    static async Task List(ParseResult parsed, Settings settings, BusOptions options, IConnection connection, CancellationToken cancellation)
    {
        var names = settings.Management is { } management ? await GivenUpQueues.Ask(management, options, cancellation) : GivenUpQueues.Known;
        var counts = new List<QueueLine>();
        foreach (var name in names)
        {
            if (await Broker.Count(connection, name, cancellation) is { } count and > 0)
                counts.Add(new(name, count));
        }
        var answer = JsonSerializer.Serialize(new { Queues = counts }, JsonSerializerOptions.Web);
        if (await Queues.Show(parsed, answer, "queues", cancellation) is { Count: 0 })
            Screen.Line("No queue has given-up messages.");
    }

    sealed record QueueLine(string Queue, long Messages);
}
