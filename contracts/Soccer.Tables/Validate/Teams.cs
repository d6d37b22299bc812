using Dapper;
using Npgsql;
using Soccer.Forecasting;

namespace Soccer.Tables.Validate;

/// <summary>Reads the teams.</summary>
public static class Teams
{
    /// <summary>Every team that any dataset version has known.</summary>
    public static async Task<IReadOnlyList<KnownTeam>> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = "select team_id as id, country, name from validate.team order by country, name";
        return (await connection.QueryAsync<KnownTeam>(new CommandDefinition(sql, cancellationToken: cancellation))).AsList();
    }

    /// <summary>The division of each team that plays in one's newest season in the newest dataset version, by the team's id.</summary>
    public static async Task<IReadOnlyDictionary<long, string>> Present(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = """
            with newest as (
                select division, max(season) as season
                from validate.match
                where to_version is null
                group by division
            )
            select distinct on (team_id) team_id, division
            from newest
            join validate.match using (division, season), lateral (values (home_id), (away_id)) team (team_id)
            where to_version is null
            order by team_id, date desc, match_id
            """;
        return (await connection.QueryAsync<(long Team, string Division)>(new CommandDefinition(sql, cancellationToken: cancellation)))
            .ToDictionary(row => row.Team, row => row.Division);
    }

    /// <summary>The teams of a division's newest season in the newest dataset version.</summary>
    public static async Task<IReadOnlyList<KnownTeam>> OfDivision(NpgsqlConnection connection, string division, CancellationToken cancellation)
    {
        // No season has more than 400 days: so the index on open matches' dates finds its matches without reading the others.
        const string sql = """
            with newest as (
                select season, date
                from validate.match
                where to_version is null and division = @division
                order by date desc
                limit 1
            ), played as (
                select home_id, away_id
                from newest
                join validate.match using (season)
                where to_version is null and division = @division and match.date > newest.date - 400
            )
            select team_id as id, country, name
            from validate.team
            where team_id in (select home_id from played union all select away_id from played)
            order by country, name
            """;
        return (await connection.QueryAsync<KnownTeam>(new CommandDefinition(sql, new { division }, cancellationToken: cancellation))).AsList();
    }
}
