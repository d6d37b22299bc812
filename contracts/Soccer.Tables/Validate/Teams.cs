using Dapper;
using Npgsql;

namespace Soccer.Tables.Validate;

/// <summary>A team: its name is its own within its country.</summary>
public sealed record TeamRow(long TeamId, string Country, string Name);

/// <summary>Reads the teams.</summary>
public static class Teams
{
    /// <summary>Every team that any dataset version has known.</summary>
    public static async Task<IReadOnlyList<TeamRow>> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = "select team_id, country, name from validate.team order by country, name";
        return (await connection.QueryAsync<TeamRow>(new CommandDefinition(sql, cancellationToken: cancellation))).AsList();
    }
}
