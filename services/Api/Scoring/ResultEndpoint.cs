using Npgsql;
using Soccer.Api.Ledger;
using Soccer.Api.OpenApi;
using Soccer.Api.Predictions;
using Soccer.Api.Problems;
using Soccer.Forecasting.Models;
using Soccer.Tables.DriftCheck;

namespace Soccer.Api.Scoring;

/// <summary>Answers how good the forecasts were.</summary>
static class ResultEndpoint
{
    const string Week = "week", Division = "division";

    /// <summary>Weeks counted unless days are asked for: half a season.</summary>
    const int Weeks = 26;

    /// <summary>Days counted at most: two years.</summary>
    const int MostDays = 731;

    static readonly string[] Groups = [Week, Division];

    public static void MapResults(this WebApplication app) => app.MapGet("/v1/results", List).WithTags("Forecasts")
        .TakesOneOf("by", Groups, "What a row is; week if it is left out.").TakesText("division", "A division's code, such as E0.")
        .TakesText("league", "The same by code or name, such as England Premier League; not together with division.")
        .TakesDay("from", "The first match day.").TakesDay("to", "The last match day.")
        .TakesOneOf("kind", ModelKinds.All, "Only forecasts of this kind; left out, of each match the kind that knows most.")
        .WithSummary("Compare past forecasts with the market")
        .WithDescription(
            "Counted is the last sealed forecast of each match that was made before its kick-off, once its result has settled it. Each row "
            + "has mean log loss, RPS, Brier score and accuracy. Its market compares the forecasts with the opening odds without their "
            + "margin; matches that had no odds when they were forecast are left out of both there. difference is the forecasts' log loss "
            + "less the market's with a 95% interval over match days, of 20 or more: below zero the forecasts were better. A week begins on Monday. "
            + $"Without from and to: the {Weeks} weeks up to the newest run's day; at most {MostDays} days.")
        .Produces<ResultList>().ProducesProblem(StatusCodes.Status400BadRequest);

    static async Task<ResultList> List(
        string? by, string? division, string? league, string? from, string? to, string? kind, NpgsqlDataSource database, KnownReader known,
        CancellationToken cancellation)
    {
        var group = Input.OneOf("by", by, Groups) ?? Week;
        var wanted = Input.OneOf("kind", kind, ModelKinds.All);
        var (first, last) = (Input.Day("from", from), Input.Day("to", to));
        Check(first, last, from, to);
        if (division is not null && league is not null)
            throw new InvalidInputException("league", league, "league is another way to write division: give one of them");
        var played = division is null && league is null ? null : (await known.Now(cancellation))?.Divisions;
        var code = (Divisions.Find("division", division, played) ?? Leagues.Find("league", league, played))?.Code;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if ((last ?? await NewestDay(connection, cancellation)) is not { } end)
            return new(group, first, last, code, wanted, "no run has come to its forecasts yet; POST /v1/runs starts one", null, []);
        var start = first ?? ResultReport.MondayOf(end).AddDays(-7 * (Weeks - 1));
        if (first > end && last is null)
            throw new InvalidInputException("from", from, $"'{from}' is after {Text(end)}, the newest run's day: write a day up to that one");
        Check(start, end, from ?? Text(start), to ?? Text(end));
        var settled = await Read(connection, new(start, end, code, wanted), cancellation);
        return new(
            group, start, end, code, wanted, settled.Count == 0 ? "no forecast of a match on these days has been settled" : null,
            ResultReport.Total(settled), group == Week ? ResultReport.ByWeek(settled) : ResultReport.ByDivision(settled));
    }

    /// <exception cref="InvalidInputException">The days are in the wrong order, or too many.</exception>
    static void Check(DateOnly? first, DateOnly? last, string? from, string? to)
    {
        if (first > last)
            throw new InvalidInputException("to", to, $"'{to}' is before {from}: write a day from {from} on");
        if (first is { } start && last is { } end && end.DayNumber - start.DayNumber >= MostDays)
            throw new InvalidInputException(
                "from", from, $"{from} to {to} are more than {MostDays} days: write a later day, or ask for the years one by one");
    }

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The day through which the newest forecasts know results.</summary>
    static async Task<DateOnly?> NewestDay(NpgsqlConnection connection, CancellationToken cancellation) =>
        (await EventSql.NewestRefresh(connection, cancellation))?.Run.AsOf;

    static async Task<IReadOnlyList<SettledRow>> Read(NpgsqlConnection connection, SettledQuery query, CancellationToken cancellation)
    {
        try
        {
            return await SettledForecasts.Read(connection, query, cancellation);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // DriftCheck has not made its tables yet.
            return [];
        }
    }
}
