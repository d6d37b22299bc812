using System.Collections.Concurrent;

namespace Soccer.Api.Predictions;

/// <summary>Wakes those who wait for an answer. It may stay silent, where an event is lost: whoever waits looks for the answer now and then too.</summary>
public sealed class AnswerBell
{
    readonly ConcurrentDictionary<Guid, TaskCompletionSource> waiting = new();

    /// <summary>How many wait.</summary>
    public int Waiting => waiting.Count;

    /// <summary>Waits from now on; the end of it ends the waiting.</summary>
    public Ring Listen(Guid requestId) => new(this, requestId);

    /// <summary>Answers have come.</summary>
    public void Answered(IEnumerable<Guid> requests)
    {
        foreach (var request in requests)
            if (waiting.TryGetValue(request, out var bell))
                bell.TrySetResult();
    }

    /// <summary>One who waits.</summary>
    public readonly struct Ring : IDisposable
    {
        readonly AnswerBell? bell;
        readonly Guid requestId;

        public Ring(AnswerBell bell, Guid requestId)
        {
            (this.bell, this.requestId) = (bell, requestId);
            // Who repeats a request under its Idempotency-Key listens for an id that is not its own, and looks by itself.
            Rung = bell.waiting.GetOrAdd(requestId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        /// <summary>Ends when the answer has come.</summary>
        public Task Rung { get; }

        public void Dispose() => bell?.waiting.TryRemove(requestId, out _);
    }
}
