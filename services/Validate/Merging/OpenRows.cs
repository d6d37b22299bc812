using Npgsql;
using Soccer.Tables.Validate;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Merging;

/// <summary>Reads the rows of the newest version.</summary>
static class OpenRows
{
    /// <summary>All matches.</summary>
    public static async Task<Dictionary<long, OpenMatch>> Matches(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var matches = new Dictionary<long, OpenMatch>();
        await using var command = new NpgsqlCommand(ValidateSql.OpenMatches, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var known = new KnownMatch(
                string.Intern(reader.GetString(1)), reader.GetInt16(2), reader.GetFieldValue<DateOnly>(3),
                reader.IsDBNull(4) ? null : reader.GetInt16(4), reader.IsDBNull(5) ? null : reader.GetInt16(5));
            matches.Add(reader.GetInt64(0), new OpenMatch(known, reader.GetFieldValue<byte[]>(6), reader.GetFieldValue<byte[]>(7)));
        }
        return matches;
    }

    /// <summary>The odds of some matches.</summary>
    public static async Task<List<(long MatchId, CanonicalOdds Odds)>> Odds(
        NpgsqlConnection connection, long[] matches, CancellationToken cancellation)
    {
        var odds = new List<(long, CanonicalOdds)>();
        await using var command = new NpgsqlCommand(ValidateSql.OpenOdds, connection);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = matches });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            odds.Add((reader.GetInt64(0), new CanonicalOdds(
                string.Intern(reader.GetString(1)), (OddsPhase)reader.GetInt16(2), (OddsMarket)reader.GetInt16(3),
                Price(reader, 4), Price(reader, 5), Price(reader, 6), Price(reader, 7))));
        }
        return odds;
    }

    static float Price(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? float.NaN : reader.GetFloat(column);
}
