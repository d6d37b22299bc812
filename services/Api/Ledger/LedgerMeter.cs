using System.Diagnostics.Metrics;
using Npgsql;
using Soccer.Hosting;

namespace Soccer.Api.Ledger;

/// <summary>What the ledger measures. The figures are the database's own, so they outlive the process and are the same in every replica.</summary>
sealed class LedgerMeter
{
    readonly NpgsqlDataSource database;

    public LedgerMeter(ServiceMeter meter, NpgsqlDataSource database)
    {
        this.database = database;
        meter.Meter.CreateObservableCounter("soccer_runs", Runs, description: "Runs by the status they came to.");
        meter.Meter.CreateObservableCounter(
            "soccer_incidents", () => Read("select count(*), 'all' from api._incident", null), description: "Messages that failed outside any run.");
        meter.Meter.CreateObservableGauge("soccer_last_snapshot_timestamp", LastSnapshot, "s", "When the source was last looked through, seconds since 1970.");
    }

    IEnumerable<Measurement<long>> Runs() =>
        Read("select count(*), status from api._run where status not in ('accepted', 'running') group by status", "status");

    IEnumerable<Measurement<long>> LastSnapshot() => Read(
        "select extract(epoch from max(at))::bigint, 'all' from api._run_event where type in ('SnapshotIngested', 'SnapshotUnchanged') having count(*) > 0", null);

    List<Measurement<long>> Read(string sql, string? label)
    {
        try
        {
            var measurements = new List<Measurement<long>>();
            using var command = database.CreateCommand(sql);
            command.CommandTimeout = 5;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                measurements.Add(label is null
                    ? new Measurement<long>(reader.GetInt64(0))
                    : new Measurement<long>(reader.GetInt64(0), new KeyValuePair<string, object?>(label, reader.GetString(1))));
            }
            return measurements;
        }
        catch (NpgsqlException)
        {
            // Readiness says that the database is away; here there is nothing to measure.
            return [];
        }
    }
}
