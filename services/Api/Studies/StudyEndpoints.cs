using Npgsql;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;

namespace Soccer.Api.Studies;

/// <summary>Tells what searches for parameters have found.</summary>
static class StudyEndpoints
{
    const int Newest = 20, MostNewest = 1_000;

    public static void MapStudies(this WebApplication app)
    {
        var studies = app.MapGroup("/v1/studies").WithTags("Studies");
        studies.MapGet("/", List).TakesCount("limit", Newest, MostNewest, "Studies at most.")
            .WithSummary("List searches for parameters").WithDescription("The newest first, each with what it chose.")
            .Produces<StudyList>().ProducesProblem(StatusCodes.Status400BadRequest);
        studies.MapGet("/{id}", Find).TakesText("id", "The study's id, or the beginning of it, as long as no other begins so.")
            .WithSummary("Get a search with its trials").WithDescription("The last round first, and in a round the best first.")
            .Produces<StudyAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    static async Task<StudyList> List(string? limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var most = Input.Count("limit", limit, Newest, MostNewest);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return new StudyList(await Tables.Train.Studies.Newest(connection, most, cancellation));
    }

    static async Task<IResult> Find(string id, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var found = await Tables.Train.Studies.Find(connection, id, cancellation);
        return found switch
        {
            [] => ProblemTypes.NotFound.Answer($"there is no study {Input.Shown(id)}; GET /v1/studies lists the newest"),
            [var study] => Results.Ok(StudyAnswer.Of(study, await Tables.Train.Studies.Trials(connection, study.StudyId, cancellation))),
            _ => throw new InvalidInputException("id", id, $"the ids of several studies begin with {id}: write more of it", [.. found.Select(study => study.StudyId)]),
        };
    }
}
