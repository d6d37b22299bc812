using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Soccer.Api.Access;

/// <summary>
/// A token bucket a key: as many requests a second as the key was given, and as many at once; below one a second, one in so many seconds.
/// RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers) say what is left, so that a caller can slow down before it is
/// refused. Callers without a key have one rate an address on the open pages.
/// </summary>
sealed class KeyLimits(IOptions<AccessOptions> options) : IDisposable
{
    static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    readonly PartitionedRateLimiter<Caller> limiter = PartitionedRateLimiter.Create<Caller, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller.KeyId, _ => new()
    {
        TokenLimit = Burst(caller),
        TokensPerPeriod = Math.Max(1, (int)caller.PerSecond),
        ReplenishmentPeriod = caller.PerSecond >= 1 ? Period : Period / caller.PerSecond,
        QueueLimit = 0,
    }));

    public async Task Invoke(HttpContext http, RequestDelegate next)
    {
        var known = Caller.Of(http);
        if ((known ?? (OpenPages.IsOne(http.GetEndpoint()) ? WithoutKey(http) : null)) is not { } caller)
        {
            await next(http);
            return;
        }
        using var lease = limiter.AttemptAcquire(caller);
        var name = known is null ? "open" : "key";
        var window = Math.Ceiling(Math.Max(1, 1 / caller.PerSecond));
        var left = limiter.GetStatistics(caller)?.CurrentAvailablePermits ?? 0;
        // At the last moment: an answer that becomes a problem is begun anew, without the headers that it had.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["RateLimit-Policy"] =
                string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={Burst(caller)};w={window}");
            http.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={left};t={window}");
            return Task.CompletedTask;
        });
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }
        // The body is written as for every error status: problem details.
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = Seconds(lease.TryGetMetadata(MetadataName.RetryAfter, out var pause) ? pause : Period);
    }

    Caller WithoutKey(HttpContext http) => new($"open {http.Connection.RemoteIpAddress}", [], options.Value.PerSecond);

    static int Burst(Caller caller) => Math.Max(1, (int)Math.Ceiling(caller.PerSecond));

    static string Seconds(TimeSpan pause) => Math.Max(1, Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    public void Dispose() => limiter.Dispose();
}
