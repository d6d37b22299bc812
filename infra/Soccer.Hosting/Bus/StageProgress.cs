using MassTransit;
using Microsoft.Extensions.Logging;
using Soccer.Contracts.Progress.V1;

namespace Soccer.Hosting.Bus;

/// <summary>Tells the ledger how far a stage is, at most four times a second. A lost report costs a progress bar a step, so nobody waits for one.</summary>
public sealed class StageProgress(IBus bus, TimeProvider time, ServiceIdentity service, ILogger<StageProgress> log)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    long last;

    /// <summary>Reports units done of a step. The first and the last report of a step should have done = 0 and done = total.</summary>
    public void Report(Guid runId, string step, long done, long total)
    {
        var now = time.GetTimestamp();
        var before = Interlocked.Read(ref last);
        if (done > 0 && done < total && time.GetElapsedTime(before, now) < Pause)
            return;
        Interlocked.Exchange(ref last, now);
        _ = Publish(new StageProgressed(runId, service.Name, step, done, total, time.GetUtcNow().UtcDateTime));
    }

    async Task Publish(StageProgressed progress)
    {
        try
        {
            await bus.Publish(progress, context => context.Durable = false);
        }
        catch (Exception error)
        {
            log.LogDebug(error, "a progress report of {Step} was not published", progress.Step);
        }
    }
}
