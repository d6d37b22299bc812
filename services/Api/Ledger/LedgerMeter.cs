using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Hosting;

namespace Soccer.Api.Ledger;

/// <summary>What the ledger measures. The figures are the database's own, so they outlive the process and are the same in every replica.</summary>
sealed class LedgerMeter
{
    readonly NpgsqlDataSource database;
    readonly ProgressBoard board;
    readonly ApiOptions options;
    readonly TimeProvider time;

    public LedgerMeter(ServiceMeter meter, NpgsqlDataSource database, ProgressBoard board, IOptions<ApiOptions> options, TimeProvider time)
    {
        (this.database, this.board, this.options, this.time) = (database, board, options.Value, time);
        // A gauge: a failed run that is put back completes, and a stalled one goes on. What alarms must never fall, hence the counter of failures.
        meter.Meter.CreateObservableGauge("soccer_runs", Runs, description: "Runs by the status that they have now.");
        meter.Meter.CreateObservableCounter("soccer_run_failures", Failures, description: "Messages of a run that a stage gave up, mended since or not.");
        meter.Meter.CreateObservableCounter("soccer_incidents", Incidents, description: "Messages that failed outside any run.");
        meter.Meter.CreateObservableGauge(
            "soccer_last_snapshot_timestamp", LastSnapshot, "s", "When the source was last looked through, seconds since 1970.");
    }

    List<Measurement<long>> Runs()
    {
        var ended = Read(
            "select count(*), status from api._run where status not in ('accepted', 'running') group by status",
            row => new Measurement<long>(row.GetInt64(0), new KeyValuePair<string, object?>("status", row.GetString(1))));
        var stalled = Read("select run_id, last_at, status from api._run where status in ('accepted', 'running')", row =>
            board.StatusOf(row.GetGuid(0), RunStatuses.Find(row.GetString(2))!.Value, row.GetDateTime(1), options, time)).Count(status => status == RunStatus.Stalled);
        return [.. ended, new Measurement<long>(stalled, new KeyValuePair<string, object?>("status", RunStatus.Stalled.Name()))];
    }

    List<Measurement<long>> Failures() => Read("select count(*) from api._run_failure", row => new Measurement<long>(row.GetInt64(0)));

    List<Measurement<long>> Incidents() => Read("select count(*) from api._incident", row => new Measurement<long>(row.GetInt64(0)));

    List<Measurement<long>> LastSnapshot() => Read(
        "select extract(epoch from max(at))::bigint from api._run_event where type in ('SnapshotIngested', 'SnapshotUnchanged') having count(*) > 0",
        row => new Measurement<long>(row.GetInt64(0)));

    List<T> Read<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        try
        {
            var rows = new List<T>();
            using var command = database.CreateCommand(sql);
            command.CommandTimeout = 5;
            using var reader = command.ExecuteReader();
            while (reader.Read())
                rows.Add(read(reader));
            return rows;
        }
        catch (NpgsqlException)
        {
            // Readiness says that the database is away; here there is nothing to measure, rather than a part of it.
            return [];
        }
    }
}
