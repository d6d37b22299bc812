using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Tables.DriftCheck;
using Soccer.Tables.Promote;

namespace Soccer.Api.DriftChecks;

/// <summary>Answers how far the features have moved.</summary>
static class DriftEndpoint
{
    const int Features = 20, MostFeatures = 1000, Checks = 10, MostChecks = 100;

    public static void MapDrift(this WebApplication app) => app.MapGet("/v1/drift", Find).WithTags("Models")
        .TakesCount("limit", Features, MostFeatures, "Features at most.").TakesCount("history", Checks, MostChecks, "Past checks at most.")
        .WithSummary("Show the drift of the champion's features")
        .WithDescription(
            "The champion's newest check: the population stability index (PSI) of its features over the last year of matches, compared "
            + "with the matches that it was fitted on, the largest first. Below .1 little moved, above .25 much did. history has the "
            + "newest checks at the end of runs, with the number of features that reached the limit.")
        .Produces<DriftAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);

    static async Task<DriftAnswer> Find(
        string? limit, string? history, NpgsqlDataSource database, IOptions<DriftOptions> options, CancellationToken cancellation)
    {
        var most = Input.Count("limit", limit, Features, MostFeatures);
        var past = Input.Count("history", history, Checks, MostChecks);
        var psiLimit = options.Value.ShiftedPsi;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var checks = await EventSql.DriftChecks(connection, MostChecks, cancellation);
        PastCheck[] shown = [.. checks.Take(past).Select(check => Past(check.At, check.Event))];
        if ((await Aliases.Newest(connection, Aliases.Champion, cancellation))?.ModelId is not { } champion)
            return new(null, psiLimit, "there is no champion yet; POST /v1/runs starts a run that trains one", [], shown);
        if (await Newest(connection, champion, cancellation) is not ({ } version, [_, ..] features))
            return new(null, psiLimit, $"the champion {champion} has not been compared with newer matches yet", [], shown);
        var reported = checks.FirstOrDefault(check => check.Event.ModelId == champion && check.Event.FeatureSetVersion == version);
        var run = reported.Event?.Run?.Id;
        var exceeding = features.Count(feature => feature.Psi >= psiLimit);
        return new(
            new(
                run is null ? null : reported.At, champion, version, features.Count, exceeding, run,
                run is null ? null : $"/v1/runs/{run}"),
            psiLimit, null,
            [.. features.Take(most).Select(row => new DriftFeature(row.Feature, Math.Round(row.Psi, 4), row.Psi >= psiLimit))], shown);
    }

    static async Task<(int? Version, IReadOnlyList<FeatureDriftRow> Features)> Newest(
        NpgsqlConnection connection, string champion, CancellationToken cancellation)
    {
        try
        {
            return await FeatureDrifts.NewestVersion(connection, champion, cancellation) is { } version
                ? (version, await FeatureDrifts.Read(connection, champion, version, cancellation))
                : (null, []);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // DriftCheck has not made its tables yet.
            return (null, []);
        }
    }

    static PastCheck Past(DateTime at, DriftChecked check) => new(
        at, check.ModelId, check.FeatureSetVersion, check.Features, check.Shifted, check.LargestPsi, check.LargestFeature, check.Run!.Id,
        $"/v1/runs/{check.Run.Id}");
}
