using MassTransit;
using Microsoft.Extensions.Logging;

namespace Soccer.Hosting.Bus;

/// <summary>
/// Runs every message under a log scope with its run (a run's messages share their conversation id), and counts it by type and outcome with the time
/// that it waited in its queue. Of a batch each message counts.
/// </summary>
sealed class MessageScopeFilter<T>(ServiceMeter meter, TimeProvider time, ILogger<MessageScopeFilter<T>> log) : IFilter<ConsumeContext<T>>
    where T : class
{
    static readonly string Name = NameOf(typeof(T));

    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        using var scope = log.BeginScope("run {RunId} message {MessageType} {MessageId}", context.ConversationId, Name, context.MessageId);
        IReadOnlyCollection<ConsumeContext> messages = context.Message is IEnumerable<ConsumeContext> batch ? [.. batch] : [context];
        foreach (var message in messages)
            meter.Waited(Name, message.SentTime is { } sent ? time.GetUtcNow().UtcDateTime - sent : null);
        try
        {
            await next.Send(context);
            meter.Consumed(Name, "consumed", messages.Count);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            meter.Consumed(Name, "returned", messages.Count);
            throw;
        }
        catch (Exception)
        {
            meter.Consumed(Name, "faulted", messages.Count);
            throw;
        }
    }

    /// <summary>PredictMatch, also of a batch of them; Fault of StartRun.</summary>
    static string NameOf(Type type) => type switch
    {
        { IsGenericType: false } => type.Name,
        _ when type.GetGenericTypeDefinition() == typeof(Batch<>) => NameOf(type.GetGenericArguments()[0]),
        _ => $"{type.Name.Split('`')[0]} of {NameOf(type.GetGenericArguments()[0])}",
    };

    public void Probe(ProbeContext context) => context.CreateFilterScope("message-scope");
}
