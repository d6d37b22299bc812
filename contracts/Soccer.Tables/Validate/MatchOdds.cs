using Dapper;
using Npgsql;

namespace Soccer.Tables.Validate;

/// <summary>The 1X2 prices of one bookmaker for one match.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Bookmaker">The source's code: B365; Avg and Max are the market's average and best.</param>
/// <param name="FromVersion">The dataset version in which these prices came.</param>
/// <param name="Home">Decimal odds.</param>
/// <param name="Draw">Decimal odds.</param>
/// <param name="Away">Decimal odds.</param>
public sealed record PriceRow(long MatchId, string Bookmaker, int FromVersion, float Home, float Draw, float Away);

/// <summary>When the odds were taken.</summary>
public enum OddsPhase : short
{
    /// <summary>Days before the match.</summary>
    Opening = 0,

    /// <summary>The last before kick-off.</summary>
    Closing = 1,
}

/// <summary>Reads the odds of a dataset version.</summary>
public static class MatchOdds
{
    /// <summary>All 1X2 prices for some matches.</summary>
    public static async Task<IReadOnlyList<PriceRow>> Read(
        NpgsqlConnection connection, int version, OddsPhase phase, IReadOnlyCollection<long> matches, CancellationToken cancellation)
    {
        const string sql = """
            select match_id, bookmaker, from_version, price1 as home, price2 as draw, price3 as away
            from validate.odds
            where match_id = any(@matches) and phase = @phase and market = 0
              and from_version <= @version and (to_version is null or to_version > @version)
            order by match_id, bookmaker
            """;
        return (await connection.QueryAsync<PriceRow>(
            new CommandDefinition(sql, new { matches = matches.ToArray(), phase = (short)phase, version }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>
    /// The market's 1X2 price for every match that has one since a day: the published average, else the mean over the bookmakers.
    /// </summary>
    public static async Task<IReadOnlyList<PriceRow>> ReadMarket(
        NpgsqlConnection connection, int version, OddsPhase phase, DateOnly since, CancellationToken cancellation)
    {
        const string sql = """
            select o.match_id, 'market'::text as bookmaker, max(o.from_version) as from_version,
                   (coalesce(avg(o.price1) filter (where o.bookmaker = 'Avg'), avg(o.price1) filter (where o.bookmaker <> 'Max')))::real as home,
                   (coalesce(avg(o.price2) filter (where o.bookmaker = 'Avg'), avg(o.price2) filter (where o.bookmaker <> 'Max')))::real as draw,
                   (coalesce(avg(o.price3) filter (where o.bookmaker = 'Avg'), avg(o.price3) filter (where o.bookmaker <> 'Max')))::real as away
            from validate.odds o
            join validate.match m using (match_id)
            where o.phase = @phase and o.market = 0
              and o.from_version <= @version and (o.to_version is null or o.to_version > @version)
              and m.from_version <= @version and (m.to_version is null or m.to_version > @version)
              and m.date >= @since
            group by o.match_id
            having count(*) filter (where o.bookmaker <> 'Max') > 0
            order by o.match_id
            """;
        return (await connection.QueryAsync<PriceRow>(
            new CommandDefinition(sql, new { phase = (short)phase, version, since }, commandTimeout: 300, cancellationToken: cancellation))).AsList();
    }
}
