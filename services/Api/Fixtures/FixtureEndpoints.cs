using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Api.Problems;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Fixtures;

/// <summary>Tells the forecasts.</summary>
static class FixtureEndpoints
{
    public static void MapFixtures(this WebApplication app) => app.MapGet("/v1/fixtures", List).WithTags("Forecasts")
        .WithSummary("Matches with their newest forecasts")
        .WithDescription("division: a code such as E0. from, to: days such as 2025-02-01. Without days: all that come after the newest run's clock. Until the first run has forecast the list is empty, and note says so.")
        .Produces<FixtureList>().ProducesProblem(StatusCodes.Status400BadRequest);

    static async Task<FixtureList> List(string? division, string? from, string? to, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var (first, last) = (Input.Day("from", from), Input.Day("to", to));
        if (first > last)
            throw new InvalidInputException("to", to, $"'{to}' is before {from}: write a day from {from} on");
        var code = await Divisions.Code("division", division, database, cancellation);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var newest = await LedgerSql.NewestRefresh(connection, cancellation);
        // Without a run there is no dataset that says which matches are on.
        if (newest is null)
            return new FixtureList(null, null, null, null, first, last, "no run has come to its forecasts yet; POST /v1/runs starts one", []);
        if (first is null && last is null)
            first = newest.Run.AsOf.AddDays(1);
        var rows = await FixtureSql.Read(connection, newest.Run.AsOf, newest.DatasetVersion, code, first, last, cancellation);
        return new FixtureList(
            newest.Run.AsOf, newest.ModelId, newest.DatasetVersion, newest.FeatureSetVersion, first, last, NoteOf(newest),
            [.. rows.GroupBy(row => row.MatchId).Select(FixtureAnswer.Of)]);
    }

    static string? NoteOf(PredictionsRefreshed newest) => newest.ModelId is null ? string.Join("; ", newest.Reasons) : null;
}
