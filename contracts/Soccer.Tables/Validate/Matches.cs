using Npgsql;
using Soccer.Forecasting;

namespace Soccer.Tables.Validate;

/// <summary>Reads the matches of a dataset version.</summary>
public static class Matches
{
    const string Columns = """
        match_id, division, season, date, home_id, away_id, home_goals, away_goals, half_time_home_goals, half_time_away_goals,
        home_shots, home_shots_on_target, home_corners, home_fouls, home_yellows, home_reds,
        away_shots, away_shots_on_target, away_corners, away_fouls, away_yellows, away_reds
        """;

    /// <summary>Every match of the version, played or not, in the order of date and id: the order in which a pass over time wants them.</summary>
    public static Task<List<Match>> Read(NpgsqlConnection connection, int version, CancellationToken cancellation) =>
        Read(connection, version, DateOnly.MinValue, DateOnly.MaxValue, cancellation);

    /// <summary>The matches of the version on the days from one to another, both included, in the same order.</summary>
    public static async Task<List<Match>> Read(
        NpgsqlConnection connection, int version, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        const string sql = $"""
            select {Columns}
            from validate.match
            where from_version <= $1 and (to_version is null or to_version > $1) and date between $2 and $3
            order by date, match_id
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = version });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = from });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = to });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var matches = new List<Match>();
        while (await reader.ReadAsync(cancellation))
            matches.Add(MatchOf(reader));
        return matches;
    }

    static Match MatchOf(NpgsqlDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Division = Division.Find(row.GetString(1))?.Code ?? row.GetString(1),
        Season = row.GetInt16(2),
        Date = row.GetFieldValue<DateOnly>(3),
        Home = row.GetInt64(4),
        Away = row.GetInt64(5),
        FullTime = ScoreAt(row, 6),
        HalfTime = ScoreAt(row, 8),
        HomeStatistics = StatisticsAt(row, 10),
        AwayStatistics = StatisticsAt(row, 16),
    };

    static Score? ScoreAt(NpgsqlDataReader row, int at) =>
        row.IsDBNull(at) || row.IsDBNull(at + 1) ? null : new Score(row.GetInt16(at), row.GetInt16(at + 1));

    static TeamStatistics? StatisticsAt(NpgsqlDataReader row, int at)
    {
        var statistics = new TeamStatistics(
            Short(row, at), Short(row, at + 1), Short(row, at + 2), Short(row, at + 3), Short(row, at + 4), Short(row, at + 5));
        return statistics == Unknown ? null : statistics;
    }

    static short? Short(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt16(at);

    static readonly TeamStatistics Unknown = new(null, null, null, null, null, null);
}
