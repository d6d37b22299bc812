using Npgsql;
using Soccer.Api.Predictions;
using Soccer.Api.Problems;
using Soccer.Forecasting;
using Soccer.Tables.Validate;

namespace Soccer.Api.Fixtures;

/// <summary>Finds the teams whose fixtures are asked for.</summary>
static class FixtureTeams
{
    /// <summary>The ids of the team that has a name; if none has, of all whose names have it as a part.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="text">What was sent.</param>
    /// <param name="country">The only country that counts; null for any.</param>
    /// <param name="known">What is known; null if it could not be read before.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidInputException">No team has such a name.</exception>
    public static async Task<long[]> Find(
        NpgsqlConnection connection, string text, string? country, Known? known, CancellationToken cancellation)
    {
        var part = NamePart.Read("team", text);
        var directory = known?.Teams ?? new TeamDirectory(await Teams.Read(connection, cancellation));
        if (directory.TryFind(text, new(country), out var team, out var unknown))
            return [team.Id];
        var named = (await Teams.Read(connection, cancellation))
            .Where(one => (country is null || one.Country == country) && part.IsIn(one.Name)).Select(one => one.Id).Order();
        return named.ToArray() is [_, ..] ids
            ? ids
            : throw new InvalidInputException("team", text, unknown.Reason, unknown.Suggestions) { Type = ProblemTypes.UnknownTeam };
    }
}
