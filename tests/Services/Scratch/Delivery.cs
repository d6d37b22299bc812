using System.Collections.Concurrent;
using MassTransit;

namespace Soccer.Services.Tests.Scratch;

/// <summary>One delivery of a message to a stage.</summary>
sealed class Delivery(Guid message)
{
    /// <summary>By then something is wrong.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    readonly ConcurrentQueue<object> said = new();
    readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for its end and returns what was published because of it.</summary>
    /// <exception cref="StageFaultedException">The consumer gave the message up.</exception>
    public async Task<object[]> Events()
    {
        await over.Task.WaitAsync(Limit);
        return [.. said];
    }

    public void Consumed(Guid? consumed)
    {
        if (consumed == message)
            over.TrySetResult();
    }

    public void Said(Guid? id, object what)
    {
        // Its own publication is seen too.
        if (id == message)
            return;
        if (what is Fault fault)
            over.TrySetException(new StageFaultedException(fault.Exceptions[0]));
        else
            said.Enqueue(what);
    }
}

/// <summary>A consumer gave a message up, and the bus said so.</summary>
sealed class StageFaultedException(ExceptionInfo cause) : Exception(cause.Message)
{
    /// <summary>The type of the consumer's exception.</summary>
    public string Cause { get; } = cause.ExceptionType;
}
