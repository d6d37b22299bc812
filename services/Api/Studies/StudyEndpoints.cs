using Npgsql;
using Soccer.Api.Problems;

namespace Soccer.Api.Studies;

/// <summary>Tells what searches for parameters have found.</summary>
static class StudyEndpoints
{
    public static void MapStudies(this WebApplication app)
    {
        var studies = app.MapGroup("/v1/studies").WithTags("Studies");
        studies.MapGet("/", List)
            .WithSummary("The newest searches for parameters").WithDescription("limit: 1 to 200, 20 where it is left out.")
            .Produces<StudyList>().ProducesProblem(StatusCodes.Status400BadRequest);
        studies.MapGet("/{id}", Find)
            .WithSummary("A search with its trials").WithDescription("id: the study's id, or the beginning of it, as long as no other begins so.")
            .Produces<StudyAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    static async Task<StudyList> List(string? limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var most = Input.Count("limit", limit, otherwise: 20, most: 200);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return new StudyList(await Tables.Train.Studies.Newest(connection, most, cancellation));
    }

    static async Task<IResult> Find(string id, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var found = await Tables.Train.Studies.Find(connection, id, cancellation);
        return found switch
        {
            [] => Results.Problem($"there is no study {id}; GET /v1/studies lists the newest", statusCode: StatusCodes.Status404NotFound),
            [var study] => Results.Ok(StudyAnswer.Of(study, await Tables.Train.Studies.Trials(connection, study.StudyId, cancellation))),
            _ => throw new InvalidInputException("id", id, $"the ids of several studies begin with {id}: write more of it", [.. found.Select(study => study.StudyId)]),
        };
    }
}
