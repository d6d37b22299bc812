using Microsoft.Extensions.Logging;
using ZiggyCreatures.Caching.Fusion;

namespace Soccer.Hosting.Database;

/// <summary>
/// One value in memory, read again once it is old. Concurrent callers share one read, which no caller can cancel; while reads fail, the
/// last value stands in. Ages are measured by the machine's clock: FusionCache takes no other.
/// </summary>
public sealed class LastGoodValue<T> : IDisposable where T : class
{
    const string Key = "value";
    readonly FusionCache cache;
    readonly Func<FusionCacheFactoryExecutionContext<T?>, CancellationToken, Task<T?>> refresh;

    /// <param name="freshFor">How long a value is used before it is read again.</param>
    /// <param name="usableFor">How long a value may stand in for reads that fail, counted from when it was read.</param>
    /// <param name="pause">After a read that failed, the time until the next one.</param>
    /// <param name="read">Reads the value, given the last one if it is still usable. It should end by itself in seconds.</param>
    /// <param name="what">What is read, for the log.</param>
    /// <param name="log">Takes a warning for each read that failed.</param>
    public LastGoodValue(TimeSpan freshFor, TimeSpan usableFor, TimeSpan pause, Func<T?, Task<T>> read, string what, ILogger log)
    {
        cache = new(new FusionCacheOptions
        {
            DisableTagging = true,
            DefaultEntryOptions = new()
            {
                Duration = freshFor,
                IsFailSafeEnabled = true,
                FailSafeMaxDuration = usableFor,
                FailSafeThrottleDuration = pause,
            },
        });
        refresh = async (context, _) =>
        {
            var last = context.HasStaleValue ? context.StaleValue.Value : null;
            try
            {
                return await read(last);
            }
            catch (Exception error)
            {
                log.LogWarning(
                    "{What} could not be read; {Meanwhile}: {Reason}", what, last is null ? "none are known" : "the last ones stay in use", error.Message);
                throw;
            }
        };
    }

    /// <summary>The value; null if reading fails and there is no usable one.</summary>
    public ValueTask<T?> Get(CancellationToken cancellation)
    {
        // The caller's token would cancel the read for all who wait for it.
        var value = cache.GetOrSetAsync(Key, refresh, default(T), token: CancellationToken.None);
        return value.IsCompletedSuccessfully ? value : new(value.AsTask().WaitAsync(cancellation));
    }

    /// <summary>Lets the next caller read again. A read under way ends first: it may not know what has changed.</summary>
    public async Task Expire()
    {
        await Get(CancellationToken.None);
        await cache.ExpireAsync(Key);
    }

    public void Dispose() => cache.Dispose();
}
