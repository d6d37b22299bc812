using MassTransit;
using Microsoft.Extensions.Logging;
using Soccer.Contracts.Progress.V1;

namespace Soccer.Hosting.Bus;

/// <summary>
/// Tells the ledger how far a stage is, at most four times a second. A lost report costs a progress bar a step, so nobody waits for one.
/// They are published one at a time; while the
/// broker is away the newest of each run and step waits, and the rest is dropped.
/// </summary>
public sealed class StageProgress(IBus bus, TimeProvider time, ServiceIdentity service, ILogger<StageProgress> log)
{
    /// <summary>
    /// Steps whose newest report may wait. Far more than a stage works on at a time; of more than these the oldest are dropped.
    /// </summary>
    internal const int MostWaiting = 100;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    readonly Lock turn = new();
    readonly OrderedDictionary<(Guid RunId, string Step), StageProgressed> waiting = [];
    bool isPublishing;
    long last;

    /// <summary>Reports units done of a step. The first and the last report of a step should have done = 0 and done = total.</summary>
    public void Report(Guid runId, string step, long done, long total)
    {
        var now = time.GetTimestamp();
        var before = Interlocked.Read(ref last);
        if (done > 0 && done < total && time.GetElapsedTime(before, now) < Pause)
            return;
        Interlocked.Exchange(ref last, now);
        var report = new StageProgressed(runId, service.Name, step, done, total, time.GetUtcNow().UtcDateTime);
        lock (turn)
        {
            waiting[(runId, step)] = report;
            if (waiting.Count > MostWaiting)
                waiting.RemoveAt(0);
            if (isPublishing)
                return;
            isPublishing = true;
        }
        // Not on the thread that works: the bus may take a while even to begin.
        _ = Task.Run(PublishAll);
    }

    async Task PublishAll()
    {
        while (Next() is { } report)
            try
            {
                await bus.Publish(report, context => context.Durable = false);
            }
            catch (Exception error)
            {
                log.LogDebug(error, "a progress report of {Step} was not published", report.Step);
            }
    }

    /// <summary>The report that has waited longest; none ends the publishing.</summary>
    StageProgressed? Next()
    {
        lock (turn)
        {
            isPublishing = waiting.Count > 0;
            if (!isPublishing)
                return null;
            var report = waiting.GetAt(0).Value;
            waiting.RemoveAt(0);
            return report;
        }
    }
}
