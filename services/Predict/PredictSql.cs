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
    /// <summary>Seals forecasts; one that stands already stays as it was. Returns for how many matches there is a new one.</summary>
    public static async Task<int> Seal(
        NpgsqlConnection connection, IReadOnlyCollection<Forecast> forecasts, Run run, MatchClock clock, ModelRow model, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into predict.forecast (
                match_id, model_id, feature_set_version, odds_version, run_id, kind, as_of, forecast_from, division, date, kick_off, home_id, away_id,
                home_win, draw, away_win, market_home_win, market_draw, market_away_win,
                best_home, best_home_at, best_draw, best_draw_at, best_away, best_away_at, expected_home_goals, expected_away_goals, made_at)
            values (
                @MatchId, @ModelId, @FeatureSetVersion, @OddsVersion, @RunId, @Kind, @AsOf, @ForecastFrom, @Division, @Date, @KickOff, @HomeId, @AwayId,
                @HomeWin, @Draw, @AwayWin, @MarketHomeWin, @MarketDraw, @MarketAwayWin,
                @BestHome, @BestHomeAt, @BestDraw, @BestDrawAt, @BestAway, @BestAwayAt, @ExpectedHomeGoals, @ExpectedAwayGoals, @now)
            on conflict (match_id, model_id, kind, feature_set_version, odds_version) do nothing
            """;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var inserted = 0;
        foreach (var forecast in forecasts)
        {
            var rows = forecast.Kinds.Select(kind => new
            {
                forecast.Fixture.MatchId,
                model.ModelId,
                forecast.FeatureSetVersion,
                OddsVersion = forecast.Fixture.FromVersion,
                RunId = run.Id,
                kind.Kind,
                run.AsOf,
                ForecastFrom = clock.From,
                forecast.Fixture.Division,
                forecast.Fixture.Date,
                forecast.Fixture.KickOff,
                forecast.Fixture.HomeId,
                forecast.Fixture.AwayId,
                HomeWin = kind.Probabilities.Home,
                kind.Probabilities.Draw,
                AwayWin = kind.Probabilities.Away,
                MarketHomeWin = forecast.Market?.Home,
                MarketDraw = forecast.Market?.Draw,
                MarketAwayWin = forecast.Market?.Away,
                BestHome = forecast.Best.Home?.Odds,
                BestHomeAt = forecast.Best.Home?.Bookmaker,
                BestDraw = forecast.Best.Draw?.Odds,
                BestDrawAt = forecast.Best.Draw?.Bookmaker,
                BestAway = forecast.Best.Away?.Odds,
                BestAwayAt = forecast.Best.Away?.Bookmaker,
                ExpectedHomeGoals = forecast.Goals?.Home,
                ExpectedAwayGoals = forecast.Goals?.Away,
                now,
            });
            if (await connection.ExecuteAsync(new CommandDefinition(sql, rows, cancellationToken: cancellation)) > 0)
                inserted++;
        }
        await transaction.CommitAsync(cancellation);
        return inserted;
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

    /// <summary>Deletes answers from before a time; how many.</summary>
    public static async Task<int> DeleteAnswers(NpgsqlDataSource database, DateTime before, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("delete from predict.answer where answered_at < $1");
        // A week of answers on a slow disk.
        command.CommandTimeout = 600;
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before });
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The division in which each team of a dataset played last, by the team's id.</summary>
    public static async Task<IReadOnlyDictionary<long, string>> LastDivisions(NpgsqlConnection connection, int version, CancellationToken cancellation)
    {
        const string sql = """
            select distinct on (team_id) team_id, division
            from validate.match, lateral (values (home_id), (away_id)) team (team_id)
            where from_version <= @version and (to_version is null or to_version > @version)
            order by team_id, date desc, match_id
            """;
        return (await connection.QueryAsync<(long Team, string Division)>(new CommandDefinition(sql, new { version }, cancellationToken: cancellation)))
            .ToDictionary(row => row.Team, row => row.Division);
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
