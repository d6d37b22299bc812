using MassTransit;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Architecture.Tests.Compiled;
using Soccer.Contracts;

namespace Soccer.Architecture.Tests.Flow;

/// <summary>A message's way as the code has it: a row of the table in docs/flow.md.</summary>
sealed record FlowRow(string Message, string Kind, string PublishedBy, string ConsumedBy)
{
    /// <summary>Every message that is published, sent or consumed.</summary>
    public static IReadOnlyList<FlowRow> All { get; } = [.. Messages.Select(Of)];

    /// <summary>Messages are the contracts with a version.</summary>
    public static IReadOnlyList<Type> Messages =>
        [.. typeof(Run).Assembly.GetExportedTypes().Where(type => Published(type).Any() || Subscription.All.Any(taken => taken.Messages.Contains(type)))];

    /// <summary>Services whose code publishes an event or sends a command.</summary>
    public static IEnumerable<Service> Published(Type message) => Service.All.Where(service =>
        service.Code.GenericCalls.Any(call => (call.Method is "Publish" or "Send" or "SendCommand" or "RespondAsync" && call.Arguments.Contains(message.FullName))
            || (IsQuestion(call) && call.Arguments[0] == message.FullName))
        // The hosting publishes progress for each service that reports some.
        || (message.Name == "StageProgressed" && service.Code.Types.Contains("Soccer.Hosting.Bus.StageProgress")));

    /// <summary>Services that ask a question whose answer the message may be.</summary>
    public static IEnumerable<Service> Askers(Type message) => Service.All.Where(service =>
        service.Code.GenericCalls.Any(call => IsQuestion(call) && call.Arguments.Skip(1).Contains(message.FullName)));

    static bool IsQuestion(GenericCall call) => call.Type == "Soccer.Hosting.Bus.Requests" && call.Method == "Ask";

    public static bool IsCommand(Type message) => message.GetField("Queue") is not null;

    /// <summary>As a line of the table.</summary>
    public override string ToString() => $"| `{Message}` | {Kind} | {PublishedBy} | {ConsumedBy} |";

    static FlowRow Of(Type message) => new(
        message.Name, IsCommand(message) ? "command" : "event", string.Join(", ", Published(message)),
        Subscription.All.Where(taken => taken.Messages.Contains(message)).Select(taken => $"{taken.Service} `{taken.Queue}`")
            .Concat(Askers(message).Select(asker => $"{asker}, who asked")) is var takers && takers.Any()
            ? string.Join(", ", takers)
            : "nobody");
}
