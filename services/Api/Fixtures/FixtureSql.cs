using Dapper;
using Npgsql;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting;

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
/// <param name="ToCome">Only matches to come by this clock, or any.</param>
/// <param name="Teams">Only matches of one of these teams, or any.</param>
public sealed record FixtureQuery(
    long? Match, string? Division, DateOnly? From, DateOnly? To, FixtureCursor? After, int Limit, MatchClock? ToCome = null,
    long[]? Teams = null);

/// <summary>Reads Predict's published forecasts.</summary>
public static class FixtureSql
{
    /// <summary>
    /// The forecast of each match that is served: the newest by the clock of the newest run, since a later one knows more. Of matches to come it is that of the run's
    /// model, also where that one had sealed it before another model spoke. Only of matches that are on that day in the run's dataset: one
    /// that was put off leaves a forecast on its old day behind.
    /// </summary>
    const string Told = """
        told as (
            select distinct on (match_id)
                   match_id, f.division, date, m.kick_off, f.home_id, f.away_id, model_id, feature_set_version, odds_version, made_at
            from predict.forecast f
            join validate.match m using (match_id, date)
            where as_of <= @asOf and m.from_version <= @datasetVersion and (m.to_version is null or m.to_version > @datasetVersion)
              and (@Match::bigint is null or match_id = @Match)
              and (@Division::text is null or f.division = @Division)
              and (@Teams::bigint[] is null or f.home_id = any(@Teams) or f.away_id = any(@Teams))
              and (@From::date is null or date >= @From) and (@To::date is null or date <= @To)
              and (@toComeDay::date is null or date > @toComeDay or date = @toComeDay and (m.kick_off is null or m.kick_off >= @toComeTime))
            order by match_id, (date > @asOf and model_id = @model) desc, as_of desc, made_at desc, model_id collate "C"
        )
        """;

    const string Forecast = """
        home_win, draw, away_win, market_home_win, market_draw, market_away_win, best_home, best_home_at, best_draw, best_draw_at, best_away, best_away_at,
        expected_home_goals, expected_away_goals, model_id, kind, feature_set_version, odds_version, as_of, made_at
        """;

    /// <summary>The forecasts of a page of matches, a row a kind, by date, division, kick-off and match.</summary>
    public static async Task<IReadOnlyList<FixtureRow>> Read(
        NpgsqlConnection connection, PredictionsRefreshed newest, FixtureQuery query, CancellationToken cancellation)
    {
        const string sql = $"""
            with {Told}, page as (
                select match_id, division, date, kick_off, home_id, away_id, model_id, feature_set_version, odds_version
                from told
                where @afterDate::date is null
                   or (date, division, coalesce(kick_off, '00:00'), match_id) > (@afterDate::date, @afterDivision::text, @afterKickOff::time, @afterMatch::bigint)
                order by date, division, coalesce(kick_off, '00:00'), match_id
                limit @Limit
            )
            select match_id, page.division, page.date, page.kick_off, coalesce(home.name, '?') as home, coalesce(away.name, '?') as away, {Forecast}
            from page
            join predict.forecast f using (match_id, model_id, feature_set_version, odds_version)
            left join validate.team home on home.team_id = page.home_id
            left join validate.team away on away.team_id = page.away_id
            order by page.date, page.division, coalesce(page.kick_off, '00:00'), match_id
            """;
        return (await connection.QueryAsync<FixtureRow>(new CommandDefinition(sql, Parameters(newest, null, query), cancellationToken: cancellation))).AsList();
    }

    /// <summary>Which forecast of each match is told, by date and match.</summary>
    public static async Task<IReadOnlyList<FixtureKey>> Keys(
        NpgsqlConnection connection, PredictionsRefreshed newest, string? champion, FixtureQuery query, CancellationToken cancellation)
    {
        const string sql = $"""
            with {Told}
            select match_id, kick_off, coalesce(home.name, '?') as home, coalesce(away.name, '?') as away, model_id, feature_set_version, odds_version, made_at,
                   model_id is not distinct from @champion as is_champion
            from told
            left join validate.team home on home.team_id = home_id
            left join validate.team away on away.team_id = away_id
            order by date, match_id
            limit @Limit
            """;
        return (await connection.QueryAsync<FixtureKey>(new CommandDefinition(sql, Parameters(newest, champion, query), cancellationToken: cancellation))).AsList();
    }

    /// <summary>One forecast, a row a kind.</summary>
    public static async Task<IReadOnlyList<FixtureRow>> Read(NpgsqlConnection connection, FixtureKey key, CancellationToken cancellation)
    {
        const string sql = $"""
            select match_id, division, date, @KickOff::time as kick_off, @Home as home, @Away as away, {Forecast}
            from predict.forecast
            where match_id = @MatchId and model_id = @ModelId and feature_set_version = @FeatureSetVersion and odds_version = @OddsVersion
            """;
        return (await connection.QueryAsync<FixtureRow>(new CommandDefinition(sql, key, cancellationToken: cancellation))).AsList();
    }

    /// <summary>
    /// Names the state that all answers are made from: it changes with every refresh of the forecasts that is heard of, and with every
    /// champion.
    /// </summary>
    public static async Task<string> State(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = """
            select (select count(*) from api._run_event where type = @type), (select max(sequence) from promote.alias_log where alias = @champion)
            """;
        var (refreshes, champions) = await connection.QuerySingleAsync<(long Refreshes, long? Champions)>(new CommandDefinition(
            sql, new { type = nameof(PredictionsRefreshed), champion = Tables.Promote.Aliases.Champion }, cancellationToken: cancellation));
        return $"{refreshes} {champions}";
    }

    static object Parameters(PredictionsRefreshed newest, string? champion, FixtureQuery query) => new
    {
        asOf = newest.Run.AsOf,
        datasetVersion = newest.DatasetVersion,
        model = newest.ModelId,
        champion,
        query.Match,
        query.Division,
        query.Teams,
        query.From,
        query.To,
        query.Limit,
        toComeDay = query.ToCome?.Day,
        toComeTime = query.ToCome?.Time,
        afterDate = query.After?.Date,
        afterDivision = query.After?.Division,
        afterKickOff = query.After?.KickOff,
        afterMatch = query.After?.Match,
    };
}
