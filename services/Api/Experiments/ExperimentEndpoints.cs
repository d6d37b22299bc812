using Npgsql;
using Soccer.Api.Problems;
using Soccer.Forecasting.Models;

namespace Soccer.Api.Experiments;

/// <summary>Tells what was fitted, and what came of it.</summary>
static class ExperimentEndpoints
{
    public static void MapExperiments(this WebApplication app) => app.MapGet("/v1/experiments", List).WithTags("Models")
        .WithSummary("The newest fits")
        .WithDescription("Each kind of each model, each trial and each test season, with parameters, scores by fold, seconds and memory. purpose: final, trial or backtest. kind: such as results-only. limit: 1 to 500, 50 where it is left out.")
        .Produces<ExperimentList>().ProducesProblem(StatusCodes.Status400BadRequest);

    static async Task<ExperimentList> List(string? purpose, string? kind, string? limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var only = Input.OneOf("purpose", purpose, Tables.Train.Experiments.Purposes);
        var of = Input.OneOf("kind", kind, ModelKinds.All);
        var most = Input.Count("limit", limit, otherwise: 50, most: 500);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return new([.. (await Tables.Train.Experiments.Newest(connection, only, of, most, cancellation)).Select(ExperimentAnswer.Of)]);
    }
}
