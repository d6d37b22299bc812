using Dapper;
using Npgsql;

namespace Soccer.Api.Fixtures;

/// <summary>One kind's forecast with its teams' names.</summary>
public sealed record FixtureRow(
    long MatchId, string Division, DateOnly Date, TimeOnly? KickOff, string Home, string Away, double HomeWin, double Draw, double AwayWin,
    double? MarketHomeWin, double? MarketDraw, double? MarketAwayWin, float? BestHome, string? BestHomeAt, float? BestDraw, string? BestDrawAt,
    float? BestAway, string? BestAwayAt, float? ExpectedHomeGoals, float? ExpectedAwayGoals, string ModelId, string Kind, int FeatureSetVersion, int OddsVersion,
    DateOnly AsOf, DateTime MadeAt);

/// <summary>Which fixtures are asked for.</summary>
/// <param name="Match">One match, or any.</param>
/// <param name="Division">A division's code, or any.</param>
/// <param name="From">The first day, or any.</param>
/// <param name="To">The last day, or any.</param>
/// <param name="After">Where the page before ended, or the first page.</param>
/// <param name="Limit">Matches at most.</param>
public sealed record FixtureQuery(long? Match, string? Division, DateOnly? From, DateOnly? To, FixtureCursor? After, int Limit);

/// <summary>Reads Predict's published forecasts.</summary>
public static class FixtureSql
{
    /// <summary>
    /// The newest forecast of each match by each kind, by date, division, kick-off and match. Only forecasts that were made by the clock
    /// <paramref name="asOf"/>: one that was made later knows more. Only of matches that are on that day in the dataset
    /// <paramref name="datasetVersion"/>: one that was put off leaves a forecast on its old day behind.
    /// </summary>
    public static async Task<IReadOnlyList<FixtureRow>> Read(
        NpgsqlConnection connection, DateOnly asOf, int datasetVersion, FixtureQuery query, CancellationToken cancellation)
    {
        const string sql = """
            with newest as (
                select distinct on (match_id, kind)
                       match_id, f.division, date, m.kick_off, f.home_id, f.away_id, home_win, draw, away_win, market_home_win, market_draw, market_away_win,
                       best_home, best_home_at, best_draw, best_draw_at, best_away, best_away_at, expected_home_goals, expected_away_goals, model_id, kind,
                       feature_set_version, odds_version, as_of, made_at
                from predict.forecast f
                join validate.match m using (match_id, date)
                where as_of <= @asOf and m.from_version <= @datasetVersion and (m.to_version is null or m.to_version > @datasetVersion)
                  and (@Match::bigint is null or match_id = @Match)
                  and (@Division::text is null or f.division = @Division)
                  and (@From::date is null or date >= @From) and (@To::date is null or date <= @To)
                order by match_id, kind, as_of desc, made_at desc
            ), page as (
                select distinct date, division, coalesce(kick_off, '00:00') as kick_off, match_id
                from newest
                where @afterDate::date is null
                   or (date, division, coalesce(kick_off, '00:00'), match_id) > (@afterDate::date, @afterDivision::text, @afterKickOff::time, @afterMatch::bigint)
                order by 1, 2, 3, 4
                limit @Limit
            )
            select match_id, n.division, n.date, n.kick_off, coalesce(home.name, '?') as home, coalesce(away.name, '?') as away, home_win, draw, away_win,
                   market_home_win, market_draw, market_away_win, best_home, best_home_at, best_draw, best_draw_at, best_away, best_away_at,
                   expected_home_goals, expected_away_goals, model_id, kind, feature_set_version, odds_version, as_of, made_at
            from page
            join newest n using (match_id)
            left join validate.team home on home.team_id = home_id
            left join validate.team away on away.team_id = away_id
            order by page.date, page.division, page.kick_off, match_id
            """;
        var after = query.After;
        return (await connection.QueryAsync<FixtureRow>(new CommandDefinition(sql, new
        {
            asOf,
            datasetVersion,
            query.Match,
            query.Division,
            query.From,
            query.To,
            query.Limit,
            afterDate = after?.Date,
            afterDivision = after?.Division,
            afterKickOff = after?.KickOff,
            afterMatch = after?.Match,
        }, cancellationToken: cancellation))).AsList();
    }
}
