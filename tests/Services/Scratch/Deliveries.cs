using System.Collections.Concurrent;
using MassTransit;

namespace Soccer.Services.Tests.Scratch;

/// <summary>Watches a bus: when a message has been consumed, and what was said because of it.</summary>
sealed class Deliveries : IConsumeObserver, IPublishObserver, ISendObserver
{
    readonly ConcurrentDictionary<Guid, Delivery> byConversation = new();
    readonly ConcurrentDictionary<Type, (Func<object, bool> IsWanted, TaskCompletionSource<object> Heard)> awaited = new();

    /// <summary>Begins to watch for the messages of a conversation; ends with the consumption of one message.</summary>
    public Delivery Expect(Guid conversation, Guid message) => byConversation[conversation] = new Delivery(message);

    /// <summary>The next message of a type that is published, in whatever conversation; of several, one that is wanted.</summary>
    public async Task<T> Next<T>(Func<T, bool>? isWanted = null) where T : class
    {
        var heard = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited[typeof(T)] = (message => isWanted is null || isWanted((T)message), heard);
        return (T)await heard.Task.WaitAsync(Delivery.Limit);
    }

    public Task PostConsume<T>(ConsumeContext<T> context) where T : class
    {
        Of(context.ConversationId)?.Consumed(context.MessageId);
        return Task.CompletedTask;
    }

    public Task PostPublish<T>(PublishContext<T> context) where T : class
    {
        Of(context.ConversationId)?.Said(context.MessageId, context.Message);
        if (awaited.TryGetValue(typeof(T), out var wish) && wish.IsWanted(context.Message) && awaited.TryRemove(new(typeof(T), wish)))
            wish.Heard.TrySetResult(context.Message);
        return Task.CompletedTask;
    }

    public Task PostSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

    public Task PreConsume<T>(ConsumeContext<T> context) where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    public Task PrePublish<T>(PublishContext<T> context) where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    public Task PreSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

    public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    Delivery? Of(Guid? conversation) => conversation is { } id ? byConversation.GetValueOrDefault(id) : null;
}
