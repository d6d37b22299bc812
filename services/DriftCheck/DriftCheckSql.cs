using Dapper;
using Npgsql;

namespace Soccer.DriftCheck;

/// <summary>Every statement of DriftCheck.</summary>
public static class DriftCheckSql
{
    /// <summary>
    /// Forecasts that a dataset version has results for. A match that was played on another day than the forecast's is another match to
    /// a forecaster: its forecasts of the old day stay unsettled. So does what was sealed after the kick-off, for the kick-off was
    /// moved to an earlier time of the day. Whether a forecast can be settled depends on its match's row, on the run's day and on the
    /// forecast itself. If all three were there for an earlier settling, it has settled the forecast or nobody ever will. So only those
    /// are read whose match's row came since, whose day was not known then, or that were sealed since. A result that comes months late,
    /// or for another day, is a new row.
    /// </summary>
    public const string Unsettled = """
        select f.match_id, f.model_id, f.kind, f.feature_set_version, f.odds_version, f.division, f.date, f.home_win, f.draw, f.away_win,
               f.market_home_win, f.market_draw, f.market_away_win, m.home_goals, m.away_goals
        from predict.forecast f
        join validate.match m using (match_id, date)
        where f.match_id in (
              select match_id from validate.match where from_version > @seenVersion and home_goals is not null
              union all select match_id from predict.forecast where date > @seenAsOf::date and date <= @asOf
              union all select match_id from predict.forecast where made_at >= @seenSealed::timestamptz)
          and m.from_version <= @version and (m.to_version is null or m.to_version > @version) and m.home_goals is not null
          and m.date <= @asOf
          and (f.forecast_from is null
               or (m.date + coalesce(m.kick_off, f.kick_off, '00:00')) at time zone 'Europe/London' >= f.forecast_from)
          and not exists (
              select from drift_check.settled_forecast s
              where (s.match_id, s.model_id, s.kind, s.feature_set_version, s.odds_version)
                  = (f.match_id, f.model_id, f.kind, f.feature_set_version, f.odds_version))
        """;

    /// <summary>Sealed so long before a settling, a forecast was committed by then, also where the clocks of two machines differ.</summary>
    static readonly TimeSpan Committed = TimeSpan.FromDays(1);

    /// <summary>The forecasts that can be settled with a dataset version and could not be at the settling before.</summary>
    public static async Task<IReadOnlyList<UnsettledForecast>> ReadUnsettled(
        NpgsqlConnection connection, int version, DateOnly asOf, CancellationToken cancellation)
    {
        // A version that comes late is read as if none had been settled since: its rows may have been replaced by newer ones.
        const string seen = """
            select dataset_version, as_of, at
            from drift_check._settling
            where dataset_version <= @version and as_of is not null
            order by dataset_version desc, as_of desc, at desc
            limit 1
            """;
        var before = await connection.QuerySingleOrDefaultAsync<Seen>(
            new CommandDefinition(seen, new { version }, cancellationToken: cancellation));
        return (await connection.QueryAsync<UnsettledForecast>(new CommandDefinition(Unsettled, new
        {
            version,
            asOf,
            seenVersion = before?.DatasetVersion ?? 0,
            seenAsOf = before?.AsOf,
            seenSealed = before?.At - Committed,
        }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Lets the transactions that settle take turns, so that each counts what the one before it has settled.</summary>
    public static Task TakeTurns(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(hashtext('settle forecasts'))", cancellationToken: cancellation));

    /// <summary>Stores scores in one statement, each once.</summary>
    public static Task StoreScores(
        NpgsqlConnection connection, int version, IReadOnlyCollection<SettledForecast> settled, CancellationToken cancellation)
    {
        const string sql = """
            insert into drift_check.settled_forecast (
                match_id, model_id, kind, feature_set_version, odds_version, dataset_version, division, date, outcome, log_loss, rps, brier, market_log_loss)
            select match_id, model_id, kind, feature_set_version, odds_version, @version, division, date, outcome,
                   log_loss, rps, brier, market_log_loss
            from unnest(
                @matches, @models, @kinds, @featureSetVersions, @oddsVersions, @divisions, @dates, @outcomes,
                @logLosses, @rps, @briers, @marketLogLosses) as score (
                match_id, model_id, kind, feature_set_version, odds_version, division, date, outcome, log_loss, rps, brier, market_log_loss)
            on conflict do nothing
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, new
        {
            version,
            matches = settled.Select(score => score.Forecast.MatchId).ToArray(),
            models = settled.Select(score => score.Forecast.ModelId).ToArray(),
            kinds = settled.Select(score => score.Forecast.Kind).ToArray(),
            featureSetVersions = settled.Select(score => score.Forecast.FeatureSetVersion).ToArray(),
            oddsVersions = settled.Select(score => score.Forecast.OddsVersion).ToArray(),
            divisions = settled.Select(score => score.Forecast.Division).ToArray(),
            dates = settled.Select(score => score.Forecast.Date).ToArray(),
            outcomes = settled.Select(score => (short)score.Outcome).ToArray(),
            logLosses = settled.Select(score => score.LogLoss).ToArray(),
            rps = settled.Select(score => score.Rps).ToArray(),
            briers = settled.Select(score => score.Brier).ToArray(),
            marketLogLosses = settled.Select(score => score.MarketLogLoss).ToArray(),
        }, cancellationToken: cancellation));
    }

    /// <summary>What a run has settled with a dataset version, or none where it has not settled yet.</summary>
    public static Task<Settled?> FindSettled(NpgsqlConnection connection, Guid runId, int version, CancellationToken cancellation)
    {
        const string sql = """
            select forecasts, in_all, log_loss
            from drift_check._settling
            where run_id = @runId and dataset_version = @version
            """;
        return connection.QuerySingleOrDefaultAsync<Settled>(new CommandDefinition(sql, new { runId, version }, cancellationToken: cancellation));
    }

    /// <summary>Stores what a run has settled, and when it began to read.</summary>
    public static Task StoreSettled(
        NpgsqlConnection connection, Guid runId, int version, Settled settled, DateOnly asOf, DateTime began,
        CancellationToken cancellation)
    {
        const string sql = """
            insert into drift_check._settling (run_id, dataset_version, forecasts, in_all, log_loss, as_of, at)
            values (@runId, @version, @Forecasts, @InAll, @LogLoss, @asOf, @began)
            """;
        return connection.ExecuteAsync(new CommandDefinition(
            sql, new { runId, version, settled.Forecasts, settled.InAll, settled.LogLoss, asOf, began }, cancellationToken: cancellation));
    }

    /// <summary>Forecasts settled so far.</summary>
    public static Task<int> CountSettled(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.QuerySingleAsync<int>(new CommandDefinition("select count(*)::int from drift_check.settled_forecast", cancellationToken: cancellation));

    /// <summary>Features of the champion's newest check whose index passes the limit; null if the champion was never compared.</summary>
    public static Task<int?> Shifted(NpgsqlConnection connection, double limit, CancellationToken cancellation)
    {
        const string sql = """
            with champion as (
                select model_id from promote.alias_log where alias = 'champion' order by sequence desc limit 1
            ), newest as (
                select model_id, max(feature_set_version) as feature_set_version
                from drift_check.feature_drift join champion using (model_id)
                group by model_id
            )
            select count(*) filter (where psi >= @limit)::int
            from drift_check.feature_drift join newest using (model_id, feature_set_version)
            having count(*) > 0
            """;
        return connection.QuerySingleOrDefaultAsync<int?>(new CommandDefinition(sql, new { limit }, cancellationToken: cancellation));
    }

    /// <summary>Stores what a check found.</summary>
    public static async Task StoreDrifts(
        NpgsqlConnection connection, string modelId, int version, IReadOnlyList<(string Feature, double Psi)> drifts, CancellationToken cancellation)
    {
        const string sql = """
            insert into drift_check.feature_drift (model_id, feature_set_version, feature, psi)
            select @modelId, @version, feature, psi from unnest(@features, @indices) as drift (feature, psi)
            on conflict do nothing
            """;
        await connection.ExecuteAsync(new CommandDefinition(sql, new
        {
            modelId,
            version,
            features = drifts.Select(drift => drift.Feature).ToArray(),
            indices = drifts.Select(drift => drift.Psi).ToArray(),
        }, cancellationToken: cancellation));
    }

    sealed record Seen(int DatasetVersion, DateOnly AsOf, DateTime At);
}
