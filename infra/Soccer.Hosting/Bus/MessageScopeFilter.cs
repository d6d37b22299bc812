using MassTransit;
using Microsoft.Extensions.Logging;

namespace Soccer.Hosting.Bus;

/// <summary>
/// Runs every message under a log scope with its run (a run's messages share their conversation id), and counts it by type and outcome with the time
/// that it waited in its queue.
/// </summary>
sealed class MessageScopeFilter<T>(ServiceMeter meter, TimeProvider time, ILogger<MessageScopeFilter<T>> log) : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        using var scope = log.BeginScope("run {RunId} message {MessageType} {MessageId}", context.ConversationId, typeof(T).Name, context.MessageId);
        meter.Waited(typeof(T).Name, context.SentTime is { } sent ? time.GetUtcNow().UtcDateTime - sent : null);
        try
        {
            await next.Send(context);
            meter.Consumed(typeof(T).Name, "consumed");
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            meter.Consumed(typeof(T).Name, "returned");
            throw;
        }
        catch (Exception)
        {
            meter.Consumed(typeof(T).Name, "faulted");
            throw;
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("message-scope");
}
