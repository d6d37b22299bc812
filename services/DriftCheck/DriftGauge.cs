using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Hosting;

namespace Soccer.DriftCheck;

/// <summary>
/// What the champion's newest check found, for the alert on drift. The figure is the database's own, so that every replica measures the same, whichever of
/// them checked, and a new process knows it too.
/// </summary>
public sealed class DriftGauge
{
    readonly NpgsqlDataSource database;
    readonly double limit;

    public DriftGauge(ServiceMeter meter, NpgsqlDataSource database, IOptions<DriftCheckOptions> options)
    {
        (this.database, limit) = (database, options.Value.ShiftedPsi);
        meter.Meter.CreateObservableGauge(
            "soccer_drift_shifted_features", Shifted, description: "Features whose population stability index passes the limit, at the champion's newest check.");
    }

    /// <summary>The number of shifted features; nothing where the champion was never compared.</summary>
    List<Measurement<int>> Shifted()
    {
        try
        {
            using var command = database.CreateCommand(DriftCheckSql.ShiftedFeatures);
            command.CommandTimeout = 5;
            command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = limit });
            return command.ExecuteScalar() is int shifted ? [new Measurement<int>(shifted)] : [];
        }
        catch (NpgsqlException)
        {
            // Readiness says that the database is away; here there is nothing to measure.
            return [];
        }
    }
}
