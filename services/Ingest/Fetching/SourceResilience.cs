using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Soccer.Ingest.Fetching;

/// <summary>How patient we are with the source, and how polite.</summary>
public sealed class SourceResilience
{
    static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(2);
    readonly Dictionary<string, DateTimeOffset> nextTurns = [];
    readonly IngestOptions options;
    readonly TimeProvider time;
    readonly ResiliencePipeline patience;
    readonly ResiliencePipeline guard;

    public SourceResilience(IOptions<IngestOptions> ingest, TimeProvider time)
    {
        options = ingest.Value;
        this.time = time;
        var failures = new PredicateBuilder()
            .Handle<HttpRequestException>().Handle<IOException>().Handle<TimeoutRejectedException>().Handle<SourceBusyException>();
        var retry = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.Retries > 0)
            retry.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = failures,
                MaxRetryAttempts = options.Retries,
                Delay = TimeSpan.FromSeconds(options.RetryPauseSeconds),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                DelayGenerator = attempt => ValueTask.FromResult(RetryAfter(attempt.Outcome.Exception)),
            });
        patience = retry.Build();
        guard = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                // A source that fails nine times of ten over half a minute is down; asking on would only hurt it.
                ShouldHandle = failures,
                FailureRatio = 0.9,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(15),
            })
            .AddTimeout(TimeSpan.FromSeconds(options.TimeoutSeconds))
            .Build();
    }

    /// <summary>Seconds between two requests that the site's robots.txt asks for.</summary>
    public double? CrawlDelay { get; set; }

    /// <summary>Whether an address may be asked without pause.</summary>
    public bool IsExempt(Uri address) => options.ExemptLoopback && address.IsLoopback;

    /// <summary>Retry with jitter around our turn at the host, a circuit breaker and a timeout. The turn may take longer than the timeout: it is not the source that is slow.</summary>
    public async Task<T> Ask<T>(Uri address, Func<CancellationToken, Task<T>> ask, CancellationToken cancellation) =>
        await patience.ExecuteAsync(async attempt =>
        {
            await Turn(address, attempt);
            return await guard.ExecuteAsync(async token => await ask(token), attempt);
        }, cancellation);

    async Task Turn(Uri address, CancellationToken cancellation)
    {
        if (IsExempt(address))
            return;
        var pause = TimeSpan.FromSeconds(Math.Max(1 / options.RequestsPerSecond, CrawlDelay ?? 0));
        TimeSpan wait;
        lock (nextTurns)
        {
            var now = time.GetUtcNow();
            var turn = nextTurns.TryGetValue(address.Host, out var next) && next > now ? next : now;
            nextTurns[address.Host] = turn + pause;
            wait = turn - now;
        }
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellation);
    }

    static TimeSpan? RetryAfter(Exception? error) =>
        error is SourceBusyException { RetryAfter: { } after } ? (after < LongestRetryAfter ? after : LongestRetryAfter) : null;
}
