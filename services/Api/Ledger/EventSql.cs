using System.Globalization;
using Dapper;
using Npgsql;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Train.V1;

namespace Soccer.Api.Ledger;

/// <summary>Reads which of the recorded events count now.</summary>
public static class EventSql
{
    /// <summary>
    /// Of how many of the newest events the ones that count are chosen: some months of runs, so that a list does not read the ledger of
    /// years.
    /// </summary>
    const string Newest = "400";

    /// <summary>
    /// The refresh of the forecasts that knows results of the latest day, or null before the first. Of those that know the same day it is
    /// the one of the newest dataset, then the newest: a run of
    /// an earlier day, or of an older dataset that comes late, does not turn the forecasts back. A run that named a day which had not
    /// ended knew no more than the day before.
    /// </summary>
    public static async Task<PredictionsRefreshed?> NewestRefresh(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = $"""
            with newest as (
                select payload, at
                from api._run_event
                where type = @type
                order by at desc
                limit {Newest}
            )
            select payload::text
            from newest
            order by least((payload -> 'run' ->> 'asOf')::date, (at at time zone 'Europe/London')::date - 1) desc, (payload ->> 'datasetVersion')::int desc, at desc
            limit 1
            """;
        return await Event<PredictionsRefreshed>(connection, sql, null, cancellation);
    }

    /// <summary>
    /// The latest instant at which a run found these forecasts to be the newest, UTC; null where no run named one. A later run of the day
    /// that finds nothing changed makes no forecasts, but the day
    /// has gone on.
    /// </summary>
    public static Task<DateTime?> ForecastFrom(NpgsqlConnection connection, DateOnly asOf, CancellationToken cancellation)
    {
        const string sql = $"""
            with newest as (
                select payload
                from api._run_event
                where type = any(@types)
                order by at desc
                limit {Newest}
            )
            select max((payload -> 'run' ->> 'forecastFrom')::timestamptz)
            from newest
            where payload -> 'run' ->> 'asOf' = @day
            """;
        return connection.QuerySingleAsync<DateTime?>(new CommandDefinition(
            sql, new { types = new[] { nameof(PredictionsRefreshed), nameof(SnapshotUnchanged) }, day = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
            cancellationToken: cancellation));
    }

    /// <summary>Names the state of the forecasts: it changes with every refresh that is heard of.</summary>
    public static async Task<string> Refreshes(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = "select count(*), max(at) from api._run_event where type = @type";
        var (count, last) = await connection.QuerySingleAsync<(long Count, DateTime? Last)>(
            new CommandDefinition(sql, new { type = nameof(PredictionsRefreshed) }, cancellationToken: cancellation));
        return $"{count} {last:O}";
    }

    /// <summary>How a model was trained, as it was told last, or none.</summary>
    public static async Task<ModelTrained?> NewestTraining(NpgsqlConnection connection, string modelId, CancellationToken cancellation)
    {
        const string sql = """
            select payload::text
            from api._run_event
            where type = @type and payload ->> 'modelId' = @modelId
            order by at desc
            limit 1
            """;
        return await Event<ModelTrained>(connection, sql, modelId, cancellation);
    }

    /// <summary>The newest drift checks that runs have reported, the newest first.</summary>
    public static async Task<IReadOnlyList<(DateTime At, DriftChecked Event)>> DriftChecks(
        NpgsqlConnection connection, int limit, CancellationToken cancellation)
    {
        const string sql = "select at, payload::text from api._run_event where type = @type order by at desc limit @limit";
        var rows = await connection.QueryAsync<(DateTime At, string Payload)>(
            new CommandDefinition(sql, new { type = nameof(DriftChecked), limit }, cancellationToken: cancellation));
        return [.. rows.Select(row => (row.At, (DriftChecked)EventPayload.Read(nameof(DriftChecked), row.Payload)))];
    }

    static async Task<T?> Event<T>(NpgsqlConnection connection, string sql, string? modelId, CancellationToken cancellation) where T : class
    {
        var payload = await connection.QuerySingleOrDefaultAsync<string>(
            new CommandDefinition(sql, new { type = typeof(T).Name, modelId }, cancellationToken: cancellation));
        return payload is null ? null : (T)EventPayload.Read(typeof(T).Name, payload);
    }
}
