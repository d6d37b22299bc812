using Dapper;
using Npgsql;

namespace Soccer.Tables.Validate;

/// <summary>A match to come.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="FromVersion">The dataset version in which its row came; a changed price makes a new row.</param>
/// <param name="Division">Division code.</param>
/// <param name="Date">The day.</param>
/// <param name="KickOff">UK time, where known.</param>
/// <param name="HomeId">The home team.</param>
/// <param name="AwayId">The away team.</param>
public sealed record FixtureRow(long MatchId, int FromVersion, string Division, DateOnly Date, TimeOnly? KickOff, long HomeId, long AwayId);

/// <summary>Reads the matches to come.</summary>
public static class Fixtures
{
    /// <summary>The matches without a result on the days from one to another, both included.</summary>
    public static async Task<IReadOnlyList<FixtureRow>> Read(
        NpgsqlConnection connection, int version, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        const string sql = """
            select match_id, from_version, division, date, kick_off, home_id, away_id
            from validate.match
            where from_version <= @version and (to_version is null or to_version > @version)
              and home_goals is null and date between @from and @to
            order by date, match_id
            """;
        return (await connection.QueryAsync<FixtureRow>(new CommandDefinition(sql, new { version, from, to }, cancellationToken: cancellation))).AsList();
    }
}
