using Dapper;
using Npgsql;
using Soccer.Contracts;
using Soccer.Tables.Train;

namespace Soccer.Predict;

/// <summary>Every statement of Predict.</summary>
public static class PredictSql
{
    /// <summary>Seals forecasts; one that stands already stays as it was. Returns how many are new.</summary>
    public static async Task<int> Seal(
        NpgsqlConnection connection, IReadOnlyCollection<Forecast> forecasts, Run run, ModelRow model, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into predict.forecast (
                match_id, model_id, feature_set_version, odds_version, run_id, kind, as_of, division, date, kick_off, home_id, away_id,
                home_win, draw, away_win, market_home_win, market_draw, market_away_win,
                best_home, best_home_at, best_draw, best_draw_at, best_away, best_away_at, made_at)
            values (
                @MatchId, @ModelId, @FeatureSetVersion, @OddsVersion, @RunId, @Kind, @AsOf, @Division, @Date, @KickOff, @HomeId, @AwayId,
                @HomeWin, @Draw, @AwayWin, @MarketHomeWin, @MarketDraw, @MarketAwayWin,
                @BestHome, @BestHomeAt, @BestDraw, @BestDrawAt, @BestAway, @BestAwayAt, @now)
            on conflict (match_id, model_id, feature_set_version, odds_version) do nothing
            """;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var inserted = 0;
        foreach (var forecast in forecasts)
            inserted += await connection.ExecuteAsync(new CommandDefinition(sql, new
            {
                forecast.Fixture.MatchId,
                model.ModelId,
                forecast.FeatureSetVersion,
                OddsVersion = forecast.Fixture.FromVersion,
                RunId = run.Id,
                model.Kind,
                run.AsOf,
                forecast.Fixture.Division,
                forecast.Fixture.Date,
                forecast.Fixture.KickOff,
                forecast.Fixture.HomeId,
                forecast.Fixture.AwayId,
                HomeWin = forecast.Probabilities.Home,
                forecast.Probabilities.Draw,
                AwayWin = forecast.Probabilities.Away,
                MarketHomeWin = forecast.Market?.Home,
                MarketDraw = forecast.Market?.Draw,
                MarketAwayWin = forecast.Market?.Away,
                BestHome = forecast.Best.Home?.Odds,
                BestHomeAt = forecast.Best.Home?.Bookmaker,
                BestDraw = forecast.Best.Draw?.Odds,
                BestDrawAt = forecast.Best.Draw?.Bookmaker,
                BestAway = forecast.Best.Away?.Odds,
                BestAwayAt = forecast.Best.Away?.Bookmaker,
                now,
            }, cancellationToken: cancellation));
        await transaction.CommitAsync(cancellation);
        return inserted;
    }

    /// <summary>The division and season in which a team played last.</summary>
    public static Task<(string Division, short Season)> LastDivision(NpgsqlConnection connection, int version, long team, CancellationToken cancellation)
    {
        const string sql = """
            select division, season
            from validate.match
            where from_version <= @version and (to_version is null or to_version > @version) and (home_id = @team or away_id = @team)
            order by date desc
            limit 1
            """;
        return connection.QuerySingleOrDefaultAsync<(string, short)>(new CommandDefinition(sql, new { version, team }, cancellationToken: cancellation));
    }

    /// <summary>The newest season of a division.</summary>
    public static Task<short?> NewestSeason(NpgsqlConnection connection, int version, string division, CancellationToken cancellation)
    {
        const string sql = """
            select max(season)
            from validate.match
            where from_version <= @version and (to_version is null or to_version > @version) and division = @division
            """;
        return connection.QuerySingleAsync<short?>(new CommandDefinition(sql, new { version, division }, cancellationToken: cancellation));
    }
}
