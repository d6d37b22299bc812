using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Hosting;
using Soccer.Hosting.Database;

namespace Soccer.DriftCheck;

/// <summary>
/// What the champion's newest check found, for the alert on drift. The figure is the database's own, so that every replica measures the
/// same, whichever of
/// them checked, and a new process knows it too.
/// </summary>
public sealed class DriftGauge : BackgroundService
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    readonly Migrator migrator;
    readonly Sampled<int?> sampled;

    public DriftGauge(
        ServiceMeter meter, NpgsqlDataSource database, Migrator migrator, IOptions<DriftCheckOptions> options, TimeProvider time,
        ILogger<DriftGauge> log)
    {
        (this.migrator, var limit) = (migrator, options.Value.ShiftedPsi);
        sampled = new("drift", Look, time, log);
        meter.Meter.CreateObservableGauge(
            "soccer_drift_shifted_features", Shifted,
            description: "Features whose population stability index passes the limit, at the champion's newest check.");

        Task<int?> Look(CancellationToken stopping) => database.Within(
            Limit, "shifted features", (connection, cancellation) => DriftCheckSql.Shifted(connection, limit, cancellation), stopping);
    }

    /// <summary>Reads the figure now.</summary>
    public Task Take(CancellationToken cancellation) => sampled.Take(cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migrator.Completed.WaitAsync(stoppingToken);
        await sampled.Keep(stoppingToken);
    }

    /// <summary>
    /// The number of shifted features; nothing where the champion was never compared, or the database has not said for a while.
    /// </summary>
    Measurement<int>[] Shifted() => sampled.TryGet(out var shifted) && shifted is { } features ? [new(features)] : [];
}
