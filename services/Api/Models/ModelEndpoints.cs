using Npgsql;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;
using Soccer.Tables.Promote;
using Soccer.Tables.Train;
using Soccer.Tables.Validate;

namespace Soccer.Api.Models;

/// <summary>Tells which models there are, and whether one is better than another.</summary>
static class ModelEndpoints
{
    const int Models = 20, MostModels = 1_000;
    const string IdPattern = "^[0-9a-fA-F]{8,64}$";

    public static void MapModels(this WebApplication app)
    {
        var models = app.MapGroup("/v1/models").WithTags("Models");
        models.MapGet("/", List).TakesCount("limit", Models, MostModels, "Models at most.")
            .WithSummary("List models").WithDescription("With their scores, and what each is now: candidate, champion.")
            .Produces<ModelList>().ProducesProblem(StatusCodes.Status400BadRequest);
        models.MapGet("/compare", Compare)
            .TakesText("a", "The id of a model, or its first 8 characters or more.", IdPattern, isRequired: true)
            .TakesText("b", "The id of the other one.", IdPattern, isRequired: true)
            .WithSummary("Compare two models")
            .WithDescription("Compared are the matches that are in both hold-outs; 422 where there is none.")
            .Produces<ModelComparison>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    static async Task<ModelList> List(string? limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var most = Input.Count("limit", limit, Models, MostModels);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var aliases = await Aliases.Held(connection, cancellation);
        return new([.. (await Tables.Train.Models.Newest(connection, most, cancellation)).Select(model => ModelLine.Of(model, aliases[model.ModelId]))]);
    }

    static async Task<IResult> Compare(string? a, string? b, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var (idOfA, idOfB) = (Input.Hash("a", a), Input.Hash("b", b));
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await Find(connection, "a", idOfA, cancellation) is not { } first)
            return None("a", idOfA);
        if (await Find(connection, "b", idOfB, cancellation) is not { } second)
            return None("b", idOfB);

        var comparison = ModelComparison.Of(
            first, second, await Tables.Train.Models.HoldOutForecasts(connection, first.ModelId, cancellation),
            await Tables.Train.Models.HoldOutForecasts(connection, second.ModelId, cancellation),
            await Matches.Read(
                connection, ModelComparison.Dataset(first, second), ModelComparison.FirstDay(first, second), ModelComparison.LastDay(first, second), cancellation));
        return comparison.Kinds.Count > 0 ? Results.Ok(comparison) : ProblemTypes.NotComparable.Answer(NothingInCommon(first, second));
    }

    /// <exception cref="InvalidInputException">Several models' ids begin so.</exception>
    static async Task<ModelSummary?> Find(NpgsqlConnection connection, string field, string beginning, CancellationToken cancellation) =>
        await Tables.Train.Models.Find(connection, beginning, cancellation) switch
        {
            [] => null,
            [var model] => model,
            var several => throw new InvalidInputException(
                field, beginning, $"the ids of several models begin with {beginning}: write more of it", [.. several.Select(model => model.ModelId)]),
        };

    static IResult None(string field, string beginning) => ProblemTypes.NotFound.Answer(
        $"there is no model {beginning}; GET /v1/models lists the newest", ("field", field), ("value", beginning));

    static string NothingInCommon(ModelSummary a, ModelSummary b) =>
        $"these models have no match in common that both held out and forecast by the same kind, so nothing says which is better: {Says("a", a)}; {Says("b", b)}. "
        + "Compare models whose newest years overlap; one from before forecasts were kept has to be trained again";

    static string Says(string name, ModelSummary model) =>
        $"{name} has {string.Join(", ", model.Kinds)} and held out {model.HoldOutFrom:yyyy-MM-dd} to {model.HoldOutTo:yyyy-MM-dd}";
}
