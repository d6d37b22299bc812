using Dapper;
using Npgsql;

namespace Soccer.Api.Fixtures;

/// <summary>One kind's forecast with its teams' names.</summary>
public sealed record FixtureRow(
    long MatchId, string Division, DateOnly Date, TimeOnly? KickOff, string Home, string Away, double HomeWin, double Draw, double AwayWin,
    double? MarketHomeWin, double? MarketDraw, double? MarketAwayWin, float? BestHome, string? BestHomeAt, float? BestDraw, string? BestDrawAt,
    float? BestAway, string? BestAwayAt, float? HomeGoals, float? AwayGoals, string ModelId, string Kind, int FeatureSetVersion, int OddsVersion, DateOnly AsOf, DateTime MadeAt);

/// <summary>Reads Predict's published forecasts.</summary>
public static class FixtureSql
{
    /// <summary>
    /// The newest forecast of each match by each kind in a span of days, by date, division and home team. Only forecasts that were made by the clock
    /// <paramref name="asOf"/>: one that was made later knows more. Only of matches that are on that day in the dataset
    /// <paramref name="datasetVersion"/>: one that was put off leaves a forecast on its old day behind.
    /// </summary>
    public static async Task<IReadOnlyList<FixtureRow>> Read(
        NpgsqlConnection connection, DateOnly asOf, int datasetVersion, string? division, DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        const string sql = """
            with newest as (
                select distinct on (match_id, kind)
                       match_id, f.division, date, f.kick_off, f.home_id, f.away_id, home_win, draw, away_win, market_home_win, market_draw, market_away_win,
                       best_home, best_home_at, best_draw, best_draw_at, best_away, best_away_at, home_goals, away_goals, model_id, kind,
                       feature_set_version, odds_version, as_of, made_at
                from predict.forecast f
                join validate.match m using (match_id, date)
                where as_of <= @asOf and m.from_version <= @datasetVersion and (m.to_version is null or m.to_version > @datasetVersion)
                  and (@division::text is null or f.division = @division)
                  and (@from::date is null or date >= @from) and (@to::date is null or date <= @to)
                order by match_id, kind, as_of desc, made_at desc
            )
            select match_id, division, date, kick_off, coalesce(home.name, '?') as home, coalesce(away.name, '?') as away, home_win, draw, away_win,
                   market_home_win, market_draw, market_away_win, best_home, best_home_at, best_draw, best_draw_at, best_away, best_away_at,
                   home_goals, away_goals, model_id, kind, feature_set_version, odds_version, as_of, made_at
            from newest
            left join validate.team home on home.team_id = home_id
            left join validate.team away on away.team_id = away_id
            order by date, division, kick_off, home.name
            limit 6000
            """;
        return (await connection.QueryAsync<FixtureRow>(
            new CommandDefinition(sql, new { asOf, datasetVersion, division, from, to }, cancellationToken: cancellation))).AsList();
    }
}
