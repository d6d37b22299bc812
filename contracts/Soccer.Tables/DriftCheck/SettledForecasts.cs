using Dapper;
using Npgsql;
using Soccer.Forecasting.Models;

namespace Soccer.Tables.DriftCheck;

/// <summary>The last forecast of a played match from before its kick-off, with its scores and what the market said.</summary>
public sealed record SettledRow(
    long MatchId, string Division, DateOnly Date, short Outcome, double LogLoss, double Rps, double Brier,
    double HomeWin, double Draw, double AwayWin, double? MarketHomeWin, double? MarketDraw, double? MarketAwayWin);

/// <summary>Which settled forecasts are asked for; null for any.</summary>
/// <param name="From">The first match day.</param>
/// <param name="To">The last.</param>
/// <param name="Division">A division's code.</param>
/// <param name="Kind">The kind of forecast; for any, that of each match that knows most.</param>
public sealed record SettledQuery(DateOnly From, DateOnly To, string? Division, string? Kind);

/// <summary>Reads settled forecasts.</summary>
public static class SettledForecasts
{
    /// <summary>One forecast of each match, by date and match. Only forecasts from before the kick-off are ever settled.</summary>
    public static async Task<IReadOnlyList<SettledRow>> Read(
        NpgsqlConnection connection, SettledQuery query, CancellationToken cancellation)
    {
        // The index on the forecasts' days finds them; settled forecasts have none.
        const string sql = """
            with last as (
                select distinct on (match_id)
                       match_id, f.division, f.date, outcome, log_loss, rps, brier,
                       home_win, draw, away_win, market_home_win, market_draw, market_away_win
                from predict.forecast f
                join drift_check.settled_forecast s using (match_id, model_id, kind, feature_set_version, odds_version)
                where f.date between @From and @To and s.date between @From and @To and f.as_of < f.date
                  and (@Division::text is null or f.division = @Division) and (@Kind::text is null or kind = @Kind)
                order by match_id, f.as_of desc, f.made_at desc, model_id collate "C", feature_set_version desc, odds_version desc,
                         array_position(@kinds, kind) desc
            )
            select match_id, division, date, outcome, log_loss, rps, brier, home_win, draw, away_win,
                   market_home_win, market_draw, market_away_win
            from last
            order by date, match_id
            """;
        var parameters = new { query.From, query.To, query.Division, query.Kind, kinds = ModelKinds.All.ToArray() };
        return (await connection.QueryAsync<SettledRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellation))).AsList();
    }
}
