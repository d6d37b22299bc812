using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;

namespace Soccer.Api.Incidents;

/// <summary>Answers what went wrong outside any run.</summary>
static class IncidentEndpoints
{
    const int Newest = 50, MostNewest = 1_000;

    public static void MapIncidents(this WebApplication app)
    {
        var incidents = app.MapGroup("/v1/incidents").WithTags("Runs");
        incidents.MapGet("/", List).TakesCount("limit", Newest, MostNewest, "Incidents at most.")
            .TakesText("since", "Only incidents at or after this day or instant, UTC: 2025-02-01 or 2025-02-01T07:00:00Z.")
            .TakesText("until", "Only incidents before this instant, UTC; a day is included to its end.")
            .WithSummary("List incidents")
            .WithDescription("The newest first: bodies that nobody could read, and messages that the broker gave up.")
            .Produces<IncidentList>().ProducesProblem(StatusCodes.Status400BadRequest);
        incidents.MapGet("/{id}", Find).TakesId("The incident's id.")
            .WithSummary("Get an incident").WithDescription("As in the list.")
            .Produces<IncidentAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    static async Task<IncidentList> List(
        string? limit, string? since, string? until, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var most = Input.Count("limit", limit, Newest, MostNewest);
        var (first, last) = Input.Period("since", since, "until", until);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return new([.. (await IncidentSql.Incidents(connection, first, last, most, cancellation)).Select(IncidentAnswer.Of)]);
    }

    static async Task<IResult> Find(string id, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var range = IdRange.Read(id);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await range.Find("incidents", ids => IncidentSql.Ids(connection, ids, cancellation)) is { } incident
            && await IncidentSql.Find(connection, incident, cancellation) is { } row
            ? Results.Ok(IncidentAnswer.Of(row))
            : ProblemTypes.NotFound.Answer($"there is no incident {range}; GET /v1/incidents lists the newest");
    }
}
