using Dapper;
using Npgsql;

namespace Soccer.DriftCheck;

/// <summary>Every statement of DriftCheck.</summary>
public static class DriftCheckSql
{
    /// <summary>What each run has settled: stored with its scores, so that a message that comes again says the same, whatever was settled since.</summary>
    public const string Settling = """
        create table drift_check._settling (
            run_id          uuid not null,
            dataset_version int not null,
            forecasts       int not null,
            in_all          int not null,
            log_loss        double precision,
            primary key (run_id, dataset_version)
        );
        """;

    /// <summary>
    /// Forecasts that a dataset version has results for. A match that was played on another day than the forecast's is another match to a forecaster: its
    /// forecasts of the old day stay unsettled. So does what was sealed after the kick-off, for the kick-off was moved to an earlier time
    /// of the day.
    /// </summary>
    public static async Task<IReadOnlyList<UnsettledForecast>> Unsettled(NpgsqlConnection connection, int version, DateOnly asOf, CancellationToken cancellation)
    {
        const string sql = """
            select f.match_id, f.model_id, f.kind, f.feature_set_version, f.odds_version, f.division, f.date, f.home_win, f.draw, f.away_win,
                   f.market_home_win, f.market_draw, f.market_away_win, m.home_goals, m.away_goals
            from predict.forecast f
            join validate.match m using (match_id, date)
            where m.from_version <= @version and (m.to_version is null or m.to_version > @version) and m.home_goals is not null
              and m.date <= @asOf
              and (f.forecast_from is null
                   or (m.date + coalesce(m.kick_off, f.kick_off, '00:00')) at time zone 'Europe/London' >= f.forecast_from)
              and not exists (
                  select from drift_check.settled_forecast s
                  where (s.match_id, s.model_id, s.kind, s.feature_set_version, s.odds_version)
                      = (f.match_id, f.model_id, f.kind, f.feature_set_version, f.odds_version))
            """;
        return (await connection.QueryAsync<UnsettledForecast>(new CommandDefinition(sql, new { version, asOf }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Lets the transactions that settle take turns, so that each counts what the one before it has settled.</summary>
    public static Task TakeTurns(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(hashtext('settle forecasts'))", cancellationToken: cancellation));

    /// <summary>Stores scores, each once.</summary>
    public static async Task StoreScores(NpgsqlConnection connection, int version, IEnumerable<SettledForecast> settled, CancellationToken cancellation)
    {
        const string sql = """
            insert into drift_check.settled_forecast (
                match_id, model_id, kind, feature_set_version, odds_version, dataset_version, division, date, outcome, log_loss, rps, brier, market_log_loss)
            values (
                @MatchId, @ModelId, @Kind, @FeatureSetVersion, @OddsVersion, @version, @Division, @Date, @outcome, @LogLoss, @Rps, @Brier, @MarketLogLoss)
            on conflict do nothing
            """;
        foreach (var score in settled)
            await connection.ExecuteAsync(new CommandDefinition(sql, new
            {
                score.Forecast.MatchId,
                score.Forecast.ModelId,
                score.Forecast.Kind,
                score.Forecast.FeatureSetVersion,
                score.Forecast.OddsVersion,
                version,
                score.Forecast.Division,
                score.Forecast.Date,
                outcome = (short)score.Outcome,
                score.LogLoss,
                score.Rps,
                score.Brier,
                score.MarketLogLoss,
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

    /// <summary>Stores what a run has settled.</summary>
    public static Task StoreSettled(NpgsqlConnection connection, Guid runId, int version, Settled settled, CancellationToken cancellation)
    {
        const string sql = """
            insert into drift_check._settling (run_id, dataset_version, forecasts, in_all, log_loss)
            values (@runId, @version, @Forecasts, @InAll, @LogLoss)
            """;
        return connection.ExecuteAsync(new CommandDefinition(
            sql, new { runId, version, settled.Forecasts, settled.InAll, settled.LogLoss }, cancellationToken: cancellation));
    }

    /// <summary>Forecasts settled so far.</summary>
    public static Task<int> CountSettled(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.QuerySingleAsync<int>(new CommandDefinition("select count(*)::int from drift_check.settled_forecast", cancellationToken: cancellation));

    /// <summary>Features of the champion's newest check whose index passes the limit; none where the champion was never compared.</summary>
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
}
