using System.Text.RegularExpressions;
using MassTransit;
using Soccer.Architecture.Tests.Checkout;

namespace Soccer.Architecture.Tests.Flow;

/// <summary>A consumer as its service registers it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Consumer">The class.</param>
/// <param name="Queue">The queue's name; * stands for what each process makes up.</param>
/// <param name="Messages">What it takes.</param>
public sealed partial record Subscription(Service Service, Type Consumer, string Queue, IReadOnlyList<Type> Messages)
{
    /// <summary>Every consumer of every service.</summary>
    public static IReadOnlyList<Subscription> All { get; } =
        [.. Service.All.SelectMany(service => service.Consumers,
            (service, consumer) => new Subscription(service, consumer, QueueOf(service, consumer), [.. Service.MessagesOf(consumer)]))];

    /// <summary>The definitions with which a consumer's own service registers it.</summary>
    public static IReadOnlyList<string> DefinitionsOf(Service service, Type consumer) =>
        [.. service.Code.GenericCalls.Where(call => call.Method == "AddConsumer" && call.Arguments.Count == 2 && call.Arguments[0] == consumer.FullName)
            .Select(call => call.Arguments[1])];

    public override string ToString() => Consumer.Name;

    static string QueueOf(Service service, Type consumer)
    {
        if (DefinitionsOf(service, consumer) is not [var name])
            return "";
        var definition = (IConsumerDefinition)Activator.CreateInstance(service.Assembly.GetType(name, throwOnError: true)!)!;
        return MadeUp.Replace(definition.GetEndpointName(KebabCaseEndpointNameFormatter.Instance), "*");
    }

    [GeneratedRegex("[0-9a-f]{32}")]
    static partial Regex MadeUp { get; }
}
