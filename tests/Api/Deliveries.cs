using System.Collections.Concurrent;
using MassTransit;

namespace Soccer.Api.Tests;

/// <summary>Sees every message that was consumed, and fails the test where a consumer threw.</summary>
sealed class Deliveries : IConsumeObserver
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<Guid, int> consumed = new();
    readonly ConcurrentQueue<Exception> faults = new();

    /// <summary>Sends a message, as often as it is said, under one id, and waits until each delivery was consumed.</summary>
    public async Task Deliver(Func<Guid, Task> publish, int times)
    {
        var id = NewId.NextGuid();
        for (var i = 0; i < times; i++)
            await publish(id);
        var began = TimeProvider.System.GetTimestamp();
        while (consumed.GetValueOrDefault(id) < times)
        {
            Assert.That(faults, Is.Empty);
            Assert.That(TimeProvider.System.GetElapsedTime(began), Is.LessThan(Limit), $"consumed {consumed.GetValueOrDefault(id)} times of {times}");
            await Task.Delay(5);
        }
    }

    public Task PreConsume<T>(ConsumeContext<T> context) where T : class => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context) where T : class
    {
        consumed.AddOrUpdate(context.MessageId!.Value, 1, (_, count) => count + 1);
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception) where T : class
    {
        faults.Enqueue(exception);
        return Task.CompletedTask;
    }
}
