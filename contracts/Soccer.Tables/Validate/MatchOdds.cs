using System.Runtime.InteropServices;
using Dapper;
using Npgsql;
using Soccer.Forecasting;
using Soccer.Forecasting.Odds;

namespace Soccer.Tables.Validate;

/// <summary>The 1X2 prices of one bookmaker for one match.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Bookmaker">The source's code: B365; Avg and Max are the market's average and best.</param>
/// <param name="FromVersion">The dataset version in which these prices came.</param>
/// <param name="Home">Decimal odds.</param>
/// <param name="Draw">Decimal odds.</param>
/// <param name="Away">Decimal odds.</param>
public sealed record PriceRow(long MatchId, string Bookmaker, int FromVersion, float Home, float Draw, float Away)
{
    /// <summary>The prices alone.</summary>
    public Offer Offer => new(Bookmaker, Home, Draw, Away);
}

/// <summary>What the market asked for a match, days before it and at kick-off, where known.</summary>
public readonly record struct MarketPrices(Prices? Opening, Prices? Closing);

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
    /// The market's 1X2 prices of every match that has any: the published average, else the mean over the bookmakers without the best price.
    /// </summary>
    public static async Task<Dictionary<long, MarketPrices>> ReadMarket(NpgsqlConnection connection, int version, CancellationToken cancellation)
    {
        // Two plain scans: most matches have the average, so that few rows are left to group. Means are taken of decimals, whose order does not matter to the last bit.
        const string sql = """
            select match_id, phase, price1, price2, price3
            from validate.odds
            where bookmaker = 'Avg' and market = 0 and from_version <= $1 and (to_version is null or to_version > $1)
            union all
            select match_id, phase, avg(price1::numeric)::real, avg(price2::numeric)::real, avg(price3::numeric)::real
            from validate.odds o
            where bookmaker not in ('Avg', 'Max') and market = 0 and from_version <= $1 and (to_version is null or to_version > $1)
              and not exists (
                select from validate.odds a
                where a.match_id = o.match_id and a.phase = o.phase
                  and a.bookmaker = 'Avg' and a.market = 0 and a.from_version <= $1 and (a.to_version is null or a.to_version > $1))
            group by match_id, phase
            """;
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = version });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var market = new Dictionary<long, MarketPrices>();
        while (await reader.ReadAsync(cancellation))
        {
            var prices = new Prices(reader.GetFloat(2), reader.GetFloat(3), reader.GetFloat(4));
            ref var match = ref CollectionsMarshal.GetValueRefOrAddDefault(market, reader.GetInt64(0), out _);
            match = (OddsPhase)reader.GetInt16(1) == OddsPhase.Opening ? match with { Opening = prices } : match with { Closing = prices };
        }
        return market;
    }
}
