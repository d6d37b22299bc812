using MassTransit;
using Microsoft.Extensions.Logging;
using Soccer.Contracts;

namespace Soccer.Hosting.Bus;

/// <summary>
/// Runs every message under a log scope with its run (a run's messages share their conversation id), and counts it by type and outcome
/// with the time that it waited in its queue. Of a batch each message counts. A stage logs the start and the end of each message of a run;
/// requests and progress reports are too many for that, and the ledger would only repeat what the stages log.
/// </summary>
sealed class MessageScopeFilter<T>(ServiceMeter meter, ServiceIdentity service, TimeProvider time, ILogger<MessageScopeFilter<T>> log)
    : IFilter<ConsumeContext<T>> where T : class
{
    static readonly string Name = NameOf(typeof(T));

    readonly bool isStage = Stage.All.Contains(service.Name);

    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var run = RunOf<T>.Id(context.Message);
        // What was pasted without an envelope has no conversation, though it may name its run.
        using var scope = log.BeginScope(
            "run {RunId} message {MessageType} {MessageId}", run ?? context.ConversationId, Name, context.MessageId);
        IReadOnlyCollection<ConsumeContext> messages = context.Message is IEnumerable<ConsumeContext> batch ? [.. batch] : [context];
        foreach (var message in messages)
            meter.Waited(Name, message.SentTime is { } sent ? time.GetUtcNow().UtcDateTime - sent : null);
        var (logged, began) = (isStage && run is not null, time.GetTimestamp());
        if (logged)
            log.LogInformation("{Stage} began {MessageType}", service.Name, Name);
        try
        {
            await next.Send(context);
            End("consumed");
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            End("returned");
            throw;
        }
        catch (Exception error)
        {
            End("faulted", error);
            throw;
        }

        void End(string outcome, Exception? error = null)
        {
            meter.Consumed(Name, outcome, messages.Count);
            if (!logged)
                return;
            var seconds = Math.Round(time.GetElapsedTime(began).TotalSeconds, 3);
            if (error is null)
                log.LogInformation("{Stage} ended {MessageType} after {Seconds} s: {Outcome}", service.Name, Name, seconds, outcome);
            else
                log.LogError("{Stage} ended {MessageType} after {Seconds} s: {Outcome}, {Reason}",
                    service.Name, Name, seconds, outcome, error.Message);
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
