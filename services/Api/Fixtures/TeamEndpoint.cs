using Npgsql;
using Soccer.Api.OpenApi;
using Soccer.Api.Predictions;
using Soccer.Api.Problems;

namespace Soccer.Api.Fixtures;

/// <summary>Teams, by country and name.</summary>
/// <param name="Total">How many there are; more than are told where limit is less.</param>
/// <param name="Teams">The first of them, up to limit.</param>
public sealed record TeamList(int Total, IReadOnlyList<TeamAnswer> Teams);

/// <summary>A team that can be asked about.</summary>
/// <param name="Id">Its id: homeId and awayId of a request.</param>
/// <param name="Name">Its name: home and away of a request. It is its own within the country.</param>
/// <param name="Country">Its country.</param>
public sealed record TeamAnswer(long Id, string Name, string Country)
{
    /// <summary>The team: id by the name that it has from v2 on.</summary>
    public long TeamId => Id;
}

/// <summary>Tells the names by which forecasts can be asked for.</summary>
static class TeamEndpoint
{
    /// <summary>A division has some 20 teams, the source's 38 together some 1,200.</summary>
    const int Teams = 2000, MostTeams = 5000;

    public static void MapTeams(this WebApplication app) => app.MapGet("/v1/teams", List).WithTags("Forecasts")
        .TakesText("division", "A division's code, such as E0.").TakesCount("limit", Teams, MostTeams, "Teams at most.")
        .WithSummary("Teams that forecasts can be asked for")
        .WithDescription("By country and name. division: those of its newest season in the newest dataset; without it all that any dataset has known.")
        .Produces<TeamList>().ProducesProblem(StatusCodes.Status400BadRequest);

    static async Task<TeamList> List(string? division, string? limit, NpgsqlDataSource database, KnownReader known, CancellationToken cancellation)
    {
        var most = Input.Count("limit", limit, Teams, MostTeams);
        var code = Divisions.Find("division", division, division is null ? null : (await known.Now(cancellation))?.Divisions)?.Code;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var teams = code is null ? await Tables.Validate.Teams.Read(connection, cancellation) : await Tables.Validate.Teams.OfDivision(connection, code, cancellation);
        return new(teams.Count, [.. teams.Take(most).Select(team => new TeamAnswer(team.Id, team.Name, team.Country))]);
    }
}
