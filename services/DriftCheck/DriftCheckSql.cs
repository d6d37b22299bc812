using Dapper;
using Npgsql;

namespace Soccer.DriftCheck;

/// <summary>Every statement of DriftCheck.</summary>
public static class DriftCheckSql
{
    /// <summary>
    /// Forecasts that a dataset version has results for. A match that was played on another day than the forecast's is another match to a forecaster: its
    /// forecasts of the old day stay unsettled.
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
              and not exists (
                  select from drift_check.settled_forecast s
                  where (s.match_id, s.model_id, s.kind, s.feature_set_version, s.odds_version)
                      = (f.match_id, f.model_id, f.kind, f.feature_set_version, f.odds_version))
            """;
        return (await connection.QueryAsync<UnsettledForecast>(new CommandDefinition(sql, new { version, asOf }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Stores scores, each once.</summary>
    public static async Task<Settled> StoreSettled(
        NpgsqlConnection connection, int version, IReadOnlyList<SettledForecast> settled, CancellationToken cancellation)
    {
        const string sql = """
            insert into drift_check.settled_forecast (
                match_id, model_id, kind, feature_set_version, odds_version, dataset_version, division, date, outcome, log_loss, rps, brier, market_log_loss)
            values (
                @MatchId, @ModelId, @Kind, @FeatureSetVersion, @OddsVersion, @version, @Division, @Date, @outcome, @LogLoss, @Rps, @Brier, @MarketLogLoss)
            on conflict do nothing
            """;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
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
        await transaction.CommitAsync(cancellation);
        // Of a match that was forecast several times the newest forecast counts, so that a match with busy prices weighs no more than another.
        var newest = settled
            .GroupBy(score => (score.Forecast.MatchId, score.Forecast.ModelId, score.Forecast.Kind))
            .Select(match => match.MaxBy(score => (score.Forecast.FeatureSetVersion, score.Forecast.OddsVersion))!.LogLoss)
            .ToList();
        double? logLoss = newest.Count == 0 ? null : newest.Average();
        return new Settled(settled.Count, await CountSettled(connection, cancellation), logLoss);
    }

    /// <summary>Forecasts settled so far.</summary>
    public static Task<int> CountSettled(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.QuerySingleAsync<int>(new CommandDefinition("select count(*)::int from drift_check.settled_forecast", cancellationToken: cancellation));

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
