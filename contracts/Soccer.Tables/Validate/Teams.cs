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
}
