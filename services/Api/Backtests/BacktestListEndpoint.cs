using Npgsql;
using Soccer.Api.Access;
using Soccer.Api.Ledger;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;
using Soccer.Contracts;
using Soccer.Contracts.Train.V1;

namespace Soccer.Api.Backtests;

/// <summary>Lists the newest backtests.</summary>
static class BacktestListEndpoint
{
    const int Newest = 20, MostNewest = 1_000;

    static readonly string[] Statuses = [.. Enum.GetNames<BacktestStatus>().Select(name => name.ToLowerInvariant())];

    public static void MapBacktestList(this RouteGroupBuilder backtests) => backtests.MapGet("/", List)
        .ListsOwn(Scope.Run, AuditLog.RunBacktest)
        .TakesCount("limit", Newest, MostNewest, "Backtests at most.").TakesOneOf("status", Statuses, "Only backtests with this status.")
        .TakesText("since", "Only backtests accepted at or after this day or instant, UTC: 2025-02-01 or 2025-02-01T07:00:00Z.")
        .TakesText("until", "Only backtests accepted before this instant, UTC; a day is included to its end.")
        .WithSummary("List backtests")
        .WithDescription("The newest first, each with its test seasons, its scores over all of them, and a link to it. "
            + "With the scope run alone: those that the same key started.")
        .Produces<BacktestList>().ProducesProblem(StatusCodes.Status400BadRequest);

    static async Task<BacktestList> List(
        string? limit, string? status, string? since, string? until, NpgsqlDataSource database, ProgressBoard board, HttpContext http,
        CancellationToken cancellation)
    {
        var most = Input.Count("limit", limit, Newest, MostNewest);
        var wanted = Input.OneOf("status", status, Statuses);
        var (first, last) = Input.Period("since", since, "until", until);
        var query = new BacktestQuery(wanted, http.OwnerOfList(), first, last, most);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await BacktestSql.Newest(connection, query, cancellation);
        string?[] reports = [.. rows.Select(ReportOf)];
        var seasons = await Tables.Train.Backtests.Seasons(connection, [.. reports.OfType<string>().Distinct()], cancellation);
        return new([.. rows.Zip(reports, (row, report) => BacktestSummary.Of(
            BacktestAnswer.Of(row.Row, board.Of(row.BacktestId).GetValueOrDefault(Stage.Train)), row.At,
            report is null ? [] : [.. seasons[report]]))]);
    }

    static string? ReportOf(ListedBacktestRow row) =>
        row.AnswerType == nameof(BacktestCompleted) ? BacktestAnswer.Read<BacktestCompleted>(row.Row).ReportId : null;
}
