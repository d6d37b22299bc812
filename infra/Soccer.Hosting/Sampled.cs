using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Soccer.Hosting;

/// <summary>
/// A value that takes a while to read, such as a count in the database, for instruments that must not wait: it is read in the background,
/// and they return the last value.
/// </summary>
/// <param name="what">What is read, in the words of the log.</param>
/// <param name="look">Reads it. It must end by itself when nothing answers.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Gets one entry when reading starts to fail.</param>
public sealed class Sampled<T>(string what, Func<CancellationToken, Task<T>> look, TimeProvider time, ILogger log)
{
    /// <summary>Between two looks: Prometheus scrapes every 15 s.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    /// <summary>Older values are not reported: a figure that stands still would hide that it is unknown.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(60);

    Look? last;

    /// <summary>The last value; none before the first look, and none that is too old.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        var newest = Volatile.Read(ref last);
        var isGood = newest is not null && time.GetElapsedTime(newest.At) <= GoodFor;
        value = isGood ? newest!.Value : default;
        return isGood;
    }

    /// <summary>Looks once.</summary>
    public async Task Take(CancellationToken cancellation)
    {
        // Its age counts from before it was read.
        var at = time.GetTimestamp();
        Volatile.Write(ref last, new Look(at, await look(cancellation)));
    }

    /// <summary>Looks again and again until it is cancelled.</summary>
    public async Task Keep(CancellationToken stopping)
    {
        for (var isFailing = false; ; await Task.Delay(Period, time, stopping))
            try
            {
                await Take(stopping);
                isFailing = false;
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                if (!isFailing)
                    log.LogWarning("{What} could not be measured: {Reason}", what, error.Message);
                isFailing = true;
            }
    }

    sealed record Look(long At, T Value);
}
