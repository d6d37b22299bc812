using Dapper;
using Npgsql;
using Soccer.Contracts;
using Soccer.Forecasting;
using Soccer.Predict.OneMatch;
using Soccer.Tables.Predict;
using Soccer.Tables.Train;

namespace Soccer.Predict;

/// <summary>Every statement of Predict.</summary>
public static class PredictSql
{
    /// <summary>
    /// Seals forecasts in one statement; an existing one is kept. Returns the number of matches with a new one.
    /// </summary>
    public static Task<int> Seal(
        NpgsqlConnection connection, IReadOnlyCollection<Forecast> forecasts, Run run, MatchClock clock, ModelRow model, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            with sealed as (
                insert into predict.forecast (
                    match_id, model_id, feature_set_version, odds_version, run_id, kind, as_of, forecast_from,
                    division, date, kick_off, home_id, away_id,
                    home_win, draw, away_win, market_home_win, market_draw, market_away_win,
                    best_home, best_home_at, best_draw, best_draw_at, best_away, best_away_at,
                    expected_home_goals, expected_away_goals, made_at)
                select
                    match_id, @ModelId, feature_set_version, odds_version, @runId, kind, @AsOf, @forecastFrom,
                    division, date, kick_off, home_id, away_id,
                    home_win, draw, away_win, market_home_win, market_draw, market_away_win,
                    best_home, best_home_at, best_draw, best_draw_at, best_away, best_away_at,
                    expected_home_goals, expected_away_goals, @now
                from unnest(
                    @matches, @featureSetVersions, @oddsVersions, @kinds, @divisions, @dates, @kickOffs, @homes, @aways,
                    @homeWins, @draws, @awayWins, @marketHomeWins, @marketDraws, @marketAwayWins,
                    @bestHomes, @bestHomesAt, @bestDraws, @bestDrawsAt, @bestAways, @bestAwaysAt,
                    @expectedHomeGoals, @expectedAwayGoals) as forecast (
                    match_id, feature_set_version, odds_version, kind, division, date, kick_off, home_id, away_id,
                    home_win, draw, away_win, market_home_win, market_draw, market_away_win,
                    best_home, best_home_at, best_draw, best_draw_at, best_away, best_away_at,
                    expected_home_goals, expected_away_goals)
                on conflict (match_id, model_id, kind, feature_set_version, odds_version) do nothing
                returning match_id
            )
            select count(distinct match_id)::int from sealed
            """;
        (Forecast Match, string Kind, Probabilities Probabilities)[] rows =
            [.. forecasts.SelectMany(forecast => forecast.Kinds.Select(kind => (forecast, kind.Kind, kind.Probabilities)))];
        return connection.QuerySingleAsync<int>(new CommandDefinition(sql, new
        {
            model.ModelId,
            runId = run.Id,
            run.AsOf,
            forecastFrom = clock.From,
            now,
            matches = rows.Select(row => row.Match.Fixture.MatchId).ToArray(),
            featureSetVersions = rows.Select(row => row.Match.FeatureSetVersion).ToArray(),
            oddsVersions = rows.Select(row => row.Match.Fixture.FromVersion).ToArray(),
            kinds = rows.Select(row => row.Kind).ToArray(),
            divisions = rows.Select(row => row.Match.Fixture.Division).ToArray(),
            dates = rows.Select(row => row.Match.Fixture.Date).ToArray(),
            kickOffs = rows.Select(row => row.Match.Fixture.KickOff).ToArray(),
            homes = rows.Select(row => row.Match.Fixture.HomeId).ToArray(),
            aways = rows.Select(row => row.Match.Fixture.AwayId).ToArray(),
            homeWins = rows.Select(row => row.Probabilities.Home).ToArray(),
            draws = rows.Select(row => row.Probabilities.Draw).ToArray(),
            awayWins = rows.Select(row => row.Probabilities.Away).ToArray(),
            marketHomeWins = rows.Select(row => row.Match.Market?.Home).ToArray(),
            marketDraws = rows.Select(row => row.Match.Market?.Draw).ToArray(),
            marketAwayWins = rows.Select(row => row.Match.Market?.Away).ToArray(),
            bestHomes = rows.Select(row => row.Match.Best.Home?.Odds).ToArray(),
            bestHomesAt = rows.Select(row => row.Match.Best.Home?.Bookmaker).ToArray(),
            bestDraws = rows.Select(row => row.Match.Best.Draw?.Odds).ToArray(),
            bestDrawsAt = rows.Select(row => row.Match.Best.Draw?.Bookmaker).ToArray(),
            bestAways = rows.Select(row => row.Match.Best.Away?.Odds).ToArray(),
            bestAwaysAt = rows.Select(row => row.Match.Best.Away?.Bookmaker).ToArray(),
            expectedHomeGoals = rows.Select(row => row.Match.Goals?.Home).ToArray(),
            expectedAwayGoals = rows.Select(row => row.Match.Goals?.Away).ToArray(),
        }, cancellationToken: cancellation));
    }

    /// <summary>A database that hangs must not hold the requests behind these; they are tried again.</summary>
    const int AnswerSeconds = 30;

    /// <summary>
    /// Stores answers in one statement; a request that has one keeps it. Only one that no model has answered, since its deadline had passed or there was no champion yet, may have an answer of a model
    /// in its place: the Api sends a request again, with a new deadline, where it never heard that the first one reached the broker.
    /// </summary>
    public static async Task Answer(NpgsqlDataSource database, IReadOnlyCollection<Reply> replies, CancellationToken cancellation)
    {
        const string sql = """
            insert into predict.answer (request_id, answered_at, model_id, feature_set_version, dataset_version, matches, owner)
            select request_id, answered_at, model_id, feature_set_version, dataset_version, matches, owner
            from unnest($1, $2, $3, $4, $5, $6, $7)
                as reply (request_id, answered_at, model_id, feature_set_version, dataset_version, matches, owner)
            on conflict (request_id) do update set
                answered_at = excluded.answered_at, model_id = excluded.model_id, feature_set_version = excluded.feature_set_version, dataset_version = excluded.dataset_version,
                matches = excluded.matches, owner = coalesce(excluded.owner, answer.owner)
            where answer.model_id is null and excluded.model_id is not null
            """;
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = AnswerSeconds;
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. replies.Select(reply => reply.RequestId)] });
        command.Parameters.Add(new NpgsqlParameter<DateTime[]> { TypedValue = [.. replies.Select(reply => reply.At)] });
        command.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = [.. replies.Select(reply => reply.ModelId)] });
        command.Parameters.Add(new NpgsqlParameter<int?[]> { TypedValue = [.. replies.Select(reply => reply.FeatureSetVersion)] });
        command.Parameters.Add(new NpgsqlParameter<int?[]> { TypedValue = [.. replies.Select(reply => reply.DatasetVersion)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. replies.Select(reply => MatchAnswer.Write(reply.Matches))] });
        command.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = [.. replies.Select(reply => reply.Owner)] });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Says for how many days answers are kept.</summary>
    public static async Task PublishAnswerDays(NpgsqlDataSource database, int days, CancellationToken cancellation)
    {
        const string sql = """
            insert into predict.answer_retention (days) values ($1)
            on conflict (only_one) do update set days = excluded.days where answer_retention.days <> excluded.days
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = days });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Deletes some of the answers from before a time; how many.</summary>
    public static async Task<int> DeleteAnswers(NpgsqlDataSource database, DateTime before, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            delete from predict.answer
            where request_id in (select request_id from predict.answer where answered_at < $1 limit 5000 for update)
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before });
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The division and the season in which each team of a dataset played last, by the team's id.</summary>
    public static async Task<IReadOnlyDictionary<long, (string Division, short Season)>> LastSeasons(
        NpgsqlConnection connection, int version, CancellationToken cancellation)
    {
        const string sql = """
            select distinct on (team_id) team_id, division, season
            from validate.match, lateral (values (home_id), (away_id)) team (team_id)
            where from_version <= @version and (to_version is null or to_version > @version)
            order by team_id, date desc, match_id
            """;
        return (await connection.QueryAsync<(long Team, string Division, short Season)>(new CommandDefinition(sql, new { version }, cancellationToken: cancellation)))
            .ToDictionary(row => row.Team, row => (row.Division, row.Season));
    }

    /// <summary>The newest season of each division of a dataset, by the division's code.</summary>
    public static async Task<IReadOnlyDictionary<string, short>> NewestSeasons(NpgsqlConnection connection, int version, CancellationToken cancellation)
    {
        const string sql = """
            select division, max(season)
            from validate.match
            where from_version <= @version and (to_version is null or to_version > @version)
            group by division
            """;
        return (await connection.QueryAsync<(string Division, short Season)>(new CommandDefinition(sql, new { version }, cancellationToken: cancellation)))
            .ToDictionary(row => row.Division, row => row.Season);
    }
}
