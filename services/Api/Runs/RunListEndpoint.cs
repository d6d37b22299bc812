using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;

namespace Soccer.Api.Runs;

/// <summary>Lists the newest runs.</summary>
static class RunListEndpoint
{
    const int Newest = 20, MostNewest = 1_000;

    /// <summary>Open runs to look through for those that are stalled: more are never open at a time.</summary>
    const int MostOpen = 1000;

    static readonly string[] Statuses = [.. Enum.GetValues<RunStatus>().Select(status => status.Name())];

    public static void MapRunList(this RouteGroupBuilder runs) => runs.MapGet("/", List)
        .TakesCount("limit", Newest, MostNewest, "Runs at most.").TakesOneOf("status", Statuses, "Only runs with this status.")
        .TakesText("requester", "Only runs that this requester asked for, such as api, cli or schedule; case does not matter.")
        .TakesText("since", "Only runs accepted at or after this day or instant, UTC: 2025-02-01 or 2025-02-01T07:00:00Z.")
        .TakesText("until", "Only runs accepted before this instant, UTC; a day is included to its end.")
        .TakesDay("asOf", "Only runs that know results through this day.")
        .WithSummary("List runs").WithDescription("The newest first, each with a link to all that is known of it.")
        .Produces<RunList>().ProducesProblem(StatusCodes.Status400BadRequest);

    static async Task<RunList> List(
        string? limit, string? status, string? requester, string? since, string? until, string? asOf, NpgsqlDataSource database,
        ProgressBoard board, IOptions<ApiOptions> options, TimeProvider time, CancellationToken cancellation)
    {
        var most = Input.Count("limit", limit, Newest, MostNewest);
        RunStatus? wanted = status is null ? null : RunStatuses.Find(status) ?? throw new InvalidInputException(
            "status", status, $"there is no status '{status}'", Statuses);
        // Whether an open run is stalled is the clock's to say, not the table's.
        string[]? stored = wanted switch
        {
            null => null,
            RunStatus.Accepted or RunStatus.Running or RunStatus.Stalled => [RunStatus.Accepted.Name(), RunStatus.Running.Name()],
            { } ended => [ended.Name()],
        };
        var (first, last) = Input.Period("since", since, "until", until);
        var query = new RunQuery(stored, requester, first, last, Input.Day("asOf", asOf), stored is { Length: 2 } ? MostOpen : most);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var runs = (await LedgerSql.Newest(connection, query, cancellation))
            .Select(row => (Row: row, Status: RunEndpoints.StatusOf(row, board, options.Value, time)))
            .Where(run => wanted is null || run.Status == wanted).Take(most).ToList();
        var histories = await LedgerSql.Histories(connection, [.. runs.Select(run => run.Row.RunId)], cancellation);
        return new RunList([.. runs.Select(run =>
            RunReport.Summary(run.Row, run.Status, histories[run.Row.RunId], board.Of(run.Row.RunId)))]);
    }
}
