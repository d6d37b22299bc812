using Npgsql;
using Soccer.Api.OpenApi;
using Soccer.Api.Predictions;
using Soccer.Api.Problems;
using Soccer.Forecasting;

namespace Soccer.Api.Fixtures;

/// <summary>Teams, by country and name.</summary>
/// <param name="Total">How many there are; more than are listed if limit is less.</param>
/// <param name="Teams">The first of them, up to limit.</param>
public sealed record TeamList(int Total, IReadOnlyList<TeamAnswer> Teams);

/// <summary>A team that can be asked about.</summary>
/// <param name="Id">Its id: homeId and awayId of a request.</param>
/// <param name="Name">Its name: home and away of a request. It is its own within the country.</param>
/// <param name="Country">Its country.</param>
/// <param name="Division">The code of the division in whose newest season it plays; null if it plays in none.</param>
/// <param name="League">That division's country and name.</param>
public sealed record TeamAnswer(long Id, string Name, string Country, string? Division, string? League)
{
    /// <summary>The team: id by the name that it has from v2 on.</summary>
    public long TeamId => Id;

    /// <summary>The answer for a team and its present division.</summary>
    public static TeamAnswer Of(KnownTeam team, string? division) => new(
        team.Id, team.Name, team.Country, division,
        division is not null && Forecasting.Division.Of(division) is { } known ? $"{known.Country} {known.Name}" : division);
}

/// <summary>Lists the names by which forecasts can be asked for.</summary>
static class TeamEndpoint
{
    /// <summary>A division has some 20 teams, the source's 38 together some 1,200.</summary>
    const int Teams = 2000, MostTeams = 5000;

    public static void MapTeams(this WebApplication app) => app.MapGet("/v1/teams", List).WithTags("Forecasts")
        .TakesText("q", "A part of the name; case and accents do not matter.", most: NamePart.Longest).TakesText("division", "A division's code, such as E0.")
        .TakesCount("limit", Teams, MostTeams, "Teams at most.")
        .WithSummary("List teams")
        .WithDescription("By country and name. division: those of its newest season in the newest dataset; without it all that any dataset has known.")
        .Produces<TeamList>().ProducesProblem(StatusCodes.Status400BadRequest);

    static async Task<TeamList> List(
        string? q, string? division, string? limit, NpgsqlDataSource database, KnownReader known, CancellationToken cancellation)
    {
        var most = Input.Count("limit", limit, Teams, MostTeams);
        var part = q is null ? null : NamePart.Read("q", q);
        var now = await known.Now(cancellation);
        var code = Divisions.Find("division", division, now?.Divisions)?.Code;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var all = code is null
            ? await Tables.Validate.Teams.Read(connection, cancellation)
            : await Tables.Validate.Teams.OfDivision(connection, code, cancellation);
        var teams = all.Where(team => part is null || part.IsIn(team.Name)).ToList();
        return new(teams.Count, [.. teams.Take(most).Select(team => TeamAnswer.Of(team, now?.Teams.DivisionOf(team.Id)))]);
    }
}
