using System.Diagnostics;

namespace Soccer.Bench;

/// <summary>Counts what copies consume, from a begin on.</summary>
sealed class Meter
{
    readonly Copies copies;
    readonly string message;
    readonly int before;
    readonly long began = Stopwatch.GetTimestamp();
    readonly ProcessorTime machine = ProcessorTime.Now();
    readonly TimeSpan own;
    int count;

    Meter(Copies copies, string message, int before)
    {
        (this.copies, this.message, this.before) = (copies, message, before);
        own = copies.ProcessorTime;
        Rate = new(copies.Count, 0, 0, 0);
    }

    public static async Task<Meter> Begin(Copies copies, string message) => new(copies, message, await copies.Consumed(message));

    /// <summary>From the begin to the last message.</summary>
    public Rate Rate { get; private set; }

    /// <summary>Looks again; how many were consumed since the begin.</summary>
    public async Task<int> Look()
    {
        var now = await copies.Consumed(message) - before;
        if (now > count)
        {
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var used = (copies.ProcessorTime - own).TotalSeconds / Environment.ProcessorCount;
            Rate = new(copies.Count, now / seconds, ProcessorTime.Now().BusySince(machine), used / seconds);
        }
        return count = now;
    }
}
