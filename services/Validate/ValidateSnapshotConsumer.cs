using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.Forecasting;
using Soccer.Hosting.Bus;
using Soccer.Hosting.Database;
using Soccer.Validate.Merging;
using Soccer.Validate.Reading;

namespace Soccer.Validate;

/// <summary>A new snapshot becomes a dataset version, or the run ends here and says why.</summary>
public sealed class ValidateSnapshotConsumer(
    NpgsqlDataSource database, SnapshotMerger merger, StepMemo memo, StageProgress progress, IOptions<ValidateOptions> options,
    ILogger<ValidateSnapshotConsumer> log) : IConsumer<SnapshotIngested>
{
    public async Task Consume(ConsumeContext<SnapshotIngested> context)
    {
        var snapshot = context.Message;
        var lastBegun = MatchClock.Of(snapshot.Run.AsOf, snapshot.Run.ForecastFrom).LastBegun;
        var inputs = new { snapshot.SnapshotId, snapshot.SnapshotNumber, snapshot.Run.AsOf, LastBegun = lastBegun, Limits = options.Value };
        var (result, step) = await memo.Run(
            "validate", inputs, snapshot.Run.Force, result => result.DatasetHash, cancellation => Validate(snapshot, lastBegun, cancellation), context.CancellationToken);

        if (result.MergedNumber is { } newer)
        {
            log.LogInformation("snapshot {Snapshot} came after {Newer} was merged; nothing was done", snapshot.SnapshotNumber, newer);
            await context.Publish(
                new SnapshotSuperseded(snapshot.Run, snapshot.SnapshotId, snapshot.SnapshotNumber, newer, step), context.CancellationToken);
        }
        else if (result.DatasetVersion is { } version)
        {
            await context.Publish(new SnapshotValidated(
                snapshot.Run, snapshot.SnapshotId, snapshot.SnapshotNumber, version, result.DatasetHash, result.Matches, result.Fixtures, result.OddsRows,
                result.Added, result.Changed, result.Removed, result.Quarantined, result.Gates, step, result.Unreadable),
                context.CancellationToken);
        }
        else
        {
            log.LogWarning(
                "snapshot {Snapshot} was rejected: {Gates}", snapshot.SnapshotNumber,
                string.Join("; ", result.Gates.Where(gate => !gate.Passed).Select(gate => $"{gate.Measure} {gate.Figure} over {gate.Threshold}")));
            await context.Publish(
                new SnapshotRejected(snapshot.Run, snapshot.SnapshotId, snapshot.SnapshotNumber, result.Gates, result.Quarantined, step),
                context.CancellationToken);
        }
    }

    async Task<Validation> Validate(SnapshotIngested snapshot, DateOnly lastBegun, CancellationToken cancellation)
    {
        // A forced run reads it all the same: its hash must come out as before.
        var merged = await merger.NewestMerged(cancellation);
        if (merged > snapshot.SnapshotNumber && !snapshot.Run.Force)
            return Validation.Superseded("", merged);
        var run = snapshot.Run.Id;
        var dataset = await SnapshotReader.Read(
            database, snapshot.SnapshotNumber, (done, total) => progress.Report(run, "read files", done, total), cancellation);
        return await merger.Merge(
            dataset, snapshot.SnapshotNumber, snapshot.SnapshotId, snapshot.Run.AsOf, lastBegun,
            (done, total) => progress.Report(run, "write odds", done, total), cancellation);
    }
}
