using MassTransit;
using Npgsql;
using Soccer.Contracts;
using Soccer.Contracts.Ingest.V1;
using Soccer.Forecasting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Ingest.Fetching;
using Soccer.Tables.Api;

namespace Soccer.Ingest;

/// <summary>Takes the source's state as a snapshot, and starts the cascade with it unless a completed run has worked it through.</summary>
public sealed class IngestSnapshotConsumer(
    NpgsqlDataSource database, SourceCrawl crawl, PastedCommands pasted, StepMemo memo, StageProgress progress, TimeProvider time) : IConsumer<StartRun>
{
    public async Task Consume(ConsumeContext<StartRun> context)
    {
        PastedText.Check(context.ReceiveContext.Body.GetBytes());
        if (context.Message.RunId is null)
        {
            await GiveId(context);
            return;
        }
        // Only now that it has an id: its run is to appear, as failed.
        PastedText.CheckTexts(context.Message);
        var (command, runId, cancellation) = (context.Message, context.Message.RunId.Value, context.CancellationToken);

        // What the source says changes from minute to minute, so the step's input is the run itself: a redelivered command finds its own
        // snapshot, and its own day.
        var (taken, step) = await memo.Decide("ingest", new { Run = runId }, async token =>
        {
            await using var lease = await CrawlLease.Take(database, () => progress.Report(runId, "wait for another crawl", 0, 0), token);
            var crawled = await crawl.Fetch(command.AsOf, (step, done, total) => progress.Report(runId, step, done, total), token);
            var stored = await IngestSql.StoreSnapshot(lease.Connection, crawled, time.GetUtcNow().UtcDateTime, token);
            return command.AsOf is { } asOf
                ? new Taken(asOf, stored, null, crawled.Live)
                : new Taken(London.DayOf(crawled.Now).AddDays(-1), stored, crawled.Now, crawled.Live);
        }, cancellation);
        var snapshot = taken.Snapshot;
        var run = new Run(
            runId, taken.AsOf, command.Reason ?? "asked for", command.Requester ?? "unknown", command.Training, command.Force, command.Trials, taken.ForecastFrom, taken.Live);

        // A run decides once: when the command comes again after its run has ended, that run is the completed one.
        var (known, _) = await memo.Decide("completed-run", new { Run = run.Id }, async token =>
        {
            await using var connection = await database.OpenConnectionAsync(token);
            return new Known(run is { Force: false, Training: not Training.Always, Trials: 0 } ? await CompletedRuns.Find(connection, snapshot.Number, run.AsOf, token) : null);
        }, cancellation);

        if (known.CompletedRunId is { } completed)
            await context.Publish(
                new SnapshotUnchanged(run, snapshot.SnapshotId, snapshot.Number, completed, step, snapshot.Failed), cancellation);
        else
            await context.Publish(new SnapshotIngested(
                run, snapshot.SnapshotId, snapshot.Number, snapshot.Files, snapshot.ChangedFiles, snapshot.StaleFiles, snapshot.Bytes, snapshot.Failed, step), cancellation);
    }

    /// <summary>
    /// A command pasted without an id gets one and goes back to the queue, so that from then on a redelivery is the same run.
    /// </summary>
    Task GiveId(ConsumeContext<StartRun> context)
    {
        var (received, cancellation) = (context.ReceiveContext, context.CancellationToken);
        var again = received.Redelivered || context.GetRetryAttempt() > 0;
        return pasted.Send(
            context.MessageId, received.Body.GetBytes(), again,
            runId => context.SendCommand(StartRun.Queue, context.Message with { RunId = runId }, runId, cancellation), cancellation);
    }
}
