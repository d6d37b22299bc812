using System.Globalization;
using System.Threading.RateLimiting;

namespace Soccer.Api.Access;

/// <summary>
/// As many requests a second as a key was given, and as many at once (a token bucket); a key of less than one a second has one in so many seconds. Every answer says what is left in the headers RateLimit-Policy and RateLimit
/// (draft-ietf-httpapi-ratelimit-headers), so that a caller can slow down before it is refused.
/// </summary>
sealed class KeyLimits : IDisposable
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
        if (Caller.Of(http) is not { } caller)
        {
            await next(http);
            return;
        }
        using var lease = limiter.AttemptAcquire(caller);
        var window = Math.Ceiling(Math.Max(1, 1 / caller.PerSecond));
        var left = limiter.GetStatistics(caller)?.CurrentAvailablePermits ?? 0;
        // At the last moment: an answer that becomes a problem is begun anew, without the headers that it had.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"key\";q={Burst(caller)};w={window}");
            http.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"key\";r={left};t={window}");
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

    static int Burst(Caller caller) => Math.Max(1, (int)Math.Ceiling(caller.PerSecond));

    static string Seconds(TimeSpan pause) => Math.Max(1, Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    public void Dispose() => limiter.Dispose();
}
