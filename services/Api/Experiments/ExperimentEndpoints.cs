using Npgsql;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;
using Soccer.Forecasting.Models;

namespace Soccer.Api.Experiments;

/// <summary>Tells what was fitted, and what came of it.</summary>
static class ExperimentEndpoints
{
    const int Newest = 50, MostNewest = 1_000;

    public static void MapExperiments(this WebApplication app) => app.MapGet("/v1/experiments", List).WithTags("Models")
        .TakesOneOf("purpose", Tables.Train.Experiments.Purposes, "Only fits for this.").TakesOneOf("kind", ModelKinds.All, "Only fits of this kind.")
        .TakesCount("limit", Newest, MostNewest, "Fits at most.")
        .WithSummary("List fits")
        .WithDescription("Each kind of each model, each trial and each test season, with parameters, scores by fold, seconds and memory.")
        .Produces<ExperimentList>().ProducesProblem(StatusCodes.Status400BadRequest);

    static async Task<ExperimentList> List(string? purpose, string? kind, string? limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var only = Input.OneOf("purpose", purpose, Tables.Train.Experiments.Purposes);
        var of = Input.OneOf("kind", kind, ModelKinds.All);
        var most = Input.Count("limit", limit, Newest, MostNewest);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return new([.. (await Tables.Train.Experiments.Newest(connection, only, of, most, cancellation)).Select(ExperimentAnswer.Of)]);
    }
}
