using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Hosting;
using Soccer.Hosting.Database;

namespace Soccer.Api.Ledger;

/// <summary>
/// What the ledger measures. The figures are the database's own, so they outlive the process and are the same in every replica.
/// </summary>
sealed class LedgerMeter : BackgroundService
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    readonly ProgressBoard board;
    readonly ApiOptions options;
    readonly TimeProvider time;
    readonly Migrator migrator;
    readonly Sampled<Figures> sampled;

    public LedgerMeter(
        ServiceMeter meter, NpgsqlDataSource database, Migrator migrator, ProgressBoard board, IOptions<ApiOptions> options,
        TimeProvider time, ILogger<LedgerMeter> log)
    {
        (this.migrator, this.board, this.options, this.time) = (migrator, board, options.Value, time);
        sampled = new("the ledger", cancellation => database.Within(Limit, "the ledger's figures", Read, cancellation), time, log);
        // A gauge: a failed run that is put back completes, and a stalled one goes on. What alarms must never fall, hence the counter of
        // failures.
        meter.Meter.CreateObservableGauge(
            "soccer_runs", () => Reported(figures => figures.Runs), description: "Runs by the status that they have now.");
        meter.Meter.CreateObservableCounter(
            "soccer_run_failures", () => Reported(figures => figures.Failures),
            description: "Messages of a run that a stage gave up, mended since or not.");
        meter.Meter.CreateObservableCounter(
            "soccer_incidents", () => Reported(figures => figures.Incidents), description: "Messages that failed outside any run.");
        meter.Meter.CreateObservableGauge(
            "soccer_last_snapshot_timestamp", () => Reported(figures => figures.LastSnapshot), "s",
            "When the source was last looked through, seconds since 1970.");
    }

    /// <summary>Reads the figures now.</summary>
    public Task Take(CancellationToken cancellation) => sampled.Take(cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migrator.Completed.WaitAsync(stoppingToken);
        await sampled.Keep(stoppingToken);
    }

    /// <summary>Nothing rather than a part where the figures are not known.</summary>
    Measurement<long>[] Reported(Func<Figures, Measurement<long>[]> figure) => sampled.TryGet(out var figures) ? figure(figures) : [];

    async Task<Figures> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var (ended, open) = (await FigureSql.EndedRuns(connection, cancellation), await FigureSql.OpenRuns(connection, cancellation));
        var stalled = open.Count(run =>
            board.StatusOf(run.RunId, RunStatuses.Find(run.Status)!.Value, run.LastAt, options, time) == RunStatus.Stalled);
        var (failures, incidents, last) = await FigureSql.Counts(connection, cancellation);
        return new(
            [.. ended.Select(status => Runs(status.Status, status.Runs)), Runs(RunStatus.Stalled.Name(), stalled)],
            [new(failures)], [new(incidents)], last is { } at ? [new(at)] : []);
    }

    static Measurement<long> Runs(string status, long runs) => new(runs, new KeyValuePair<string, object?>("status", status));

    sealed record Figures(
        Measurement<long>[] Runs, Measurement<long>[] Failures, Measurement<long>[] Incidents, Measurement<long>[] LastSnapshot);
}
