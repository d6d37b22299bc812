using System.Data;
using Microsoft.AspNetCore.Http.Extensions;
using Npgsql;
using Soccer.Api.Explanations;
using Soccer.Api.Ledger;
using Soccer.Api.OpenApi;
using Soccer.Api.Predictions;
using Soccer.Api.Problems;
using Soccer.Contracts;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting;
using Soccer.Forecasting.Odds;

namespace Soccer.Api.Fixtures;

/// <summary>Tells the forecasts.</summary>
static class FixtureEndpoints
{
    /// <summary>Matches a page; a busy week has some 400.</summary>
    const int PageMatches = 1000, MostPageMatches = 2000;

    const string TellsTag = "The ETag of an earlier answer: 304 while nothing of it has changed.";

    public static void MapFixtures(this WebApplication app)
    {
        app.MapGet("/v1/divisions", (DivisionReader reader, CancellationToken cancellation) => reader.Now(cancellation))
            .WithTags("Forecasts")
            .WithSummary("List divisions")
            .WithDescription("With the number of their matches. Until there is a dataset: those that football-data.co.uk publishes.")
            .Produces<IReadOnlyList<DivisionAnswer>>();
        app.MapGet("/v1/fixtures", List).WithTags("Forecasts")
            .TakesText("division", "A division's code, such as E0.")
            .TakesText("league", "The same by code or name, such as England Premier League; not together with division.")
            .TakesText("team", "Only matches of the team of this name; if no team has it, of all teams whose names have it as a part.", most: NamePart.Longest)
            .TakesDay("from", "The first day of the matches in the United Kingdom, played or not. Left out with to: from the first forecast on.")
            .TakesDay("to", "The last day of the matches in the United Kingdom.")
            .TakesOneOf("sort", FixtureSort.Words, "date if it is left out; edge or probability: the highest of a match's outcomes counts.")
            .TakesCount("limit", PageMatches, MostPageMatches, "Matches a page.").TakesText("cursor", "Where the page before ended, out of its next.")
            .TakesHeader("If-None-Match", TellsTag)
            .WithSummary("List matches with their newest forecasts")
            .WithDescription(
                "Without days: matches that have not kicked off; one without a kick-off time stays until its day ends. next is the link to "
                + "the page after; sorted by edge or probability there is one page. The list is empty before the first run has forecast, or if "
                + "the newest dataset has no match of the division; then note says which. If-None-Match with the ETag of an earlier response: "
                + "304 while nothing has changed.")
            .Produces<FixtureList>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        app.MapGet("/v1/fixtures/{id}", One).WithTags("Forecasts").TakesMatch("The match's id: matchId in the list.").TakesHeader("If-None-Match", TellsTag)
            .TakesFlag("explain", "true adds the member explanation: the answer of /v1/fixtures/{id}/explanation. Such an answer has no ETag.")
            .WithSummary("Get a match with its forecast and every bookmaker's odds")
            .WithDescription("As in the list, and: whether the model is champion now, dataset version and time of the odds, and of each bookmaker the opening odds with overround, the probabilities that they imply "
                + "without the margin by three methods, the forecast's edge and a stake. If-None-Match with the ETag of an earlier answer: 304 while this match's answer has not changed. explain=true: and why.")
            .Produces<FixtureDetail>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    static async Task<IResult> List(
        string? division, string? league, string? team, string? from, string? to, string? sort, string? limit, string? cursor,
        NpgsqlDataSource database, KnownReader known, Commissions commissions, TimeProvider time, HttpContext http,
        CancellationToken cancellation)
    {
        var (first, last) = (Input.Day("from", from), Input.Day("to", to));
        if (first > last)
            throw new InvalidInputException("to", to, $"'{to}' is before {from}: write a day from {from} on");
        var order = FixtureSort.Read(sort, cursor);
        var (count, after) = (Input.Count("limit", limit, PageMatches, MostPageMatches), FixtureCursor.Read(cursor));
        if (division is not null && league is not null)
            throw new InvalidInputException("league", league, "league is another way to write division: give one of them");
        var now = division is null && league is null && team is null ? null : await known.Now(cancellation);
        var place = Divisions.Find("division", division, now?.Divisions) ?? Leagues.Find("league", league, now?.Divisions);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        // One state of all tables: else a refresh that is heard in between would give what was before it the tag of what comes after.
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var newest = await EventSql.NewestRefresh(connection, cancellation);
        // Without a run there is no dataset that says which matches are on.
        if (newest is null)
            return Results.Ok(new FixtureList(null, null, null, null, null, first, last, "no run has come to its forecasts yet; POST /v1/runs starts one", null, []));
        var clock = await FixtureClock.Of(connection, newest.Run, time, cancellation);
        MatchClock? toCome = first is null && last is null ? clock : null;
        var teams = team is null ? null : await FixtureTeams.Find(connection, team, place?.Country, now, cancellation);
        // What has kicked off before today stays so.
        var instant = last < clock.Day ? "past" : $"{clock.From:O}";
        var state = $"{await EventSql.Refreshes(connection, cancellation)} {instant} {commissions} {string.Join(' ', teams ?? [])}";
        if (EntityTag.IsKnown(http, state))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        first ??= toCome?.Day;
        // One more than the page holds says whether there is a page after.
        var isByDate = order == FixtureSort.Date;
        var most = (isByDate ? count : MostPageMatches) + 1;
        var query = new FixtureQuery(null, place?.Code, first, last, after, most, toCome, teams);
        var rows = await FixtureSql.Read(connection, newest, query, cancellation);
        var matches = rows.GroupBy(row => row.MatchId).Select(match => FixtureAnswer.Of(match, commissions))
            .Select(match => match with { HasKickedOff = clock.HasKickedOff(match) }).ToList();
        var page = isByDate ? matches.Take(count).ToList() : FixtureSort.Page(order, matches, count, MostPageMatches);
        return Results.Ok(new FixtureList(
            newest.Run.AsOf, toCome?.Second, newest.ModelId, newest.DatasetVersion, newest.FeatureSetVersion, first, last,
            NoteOf(newest) ?? NoteOf(place?.Code, now?.Divisions),
            isByDate && matches.Count > count ? NextOf(http.Request, FixtureCursor.After(page[^1])) : null, page));
    }

    static async ValueTask<IResult> One(string id, string? explain, Board board, HttpContext http, CancellationToken cancellation)
    {
        var match = MatchId.Read(id);
        if (Input.Flag("explain", explain))
            return await ExplanationEndpoints.TellExplained(match, http);
        var state = await board.Now().WaitAsync(cancellation);
        if (state.Newest is null)
            return Results.Problem("no run has come to its forecasts yet; POST /v1/runs starts one", statusCode: StatusCodes.Status404NotFound);
        return await board.Answer(state, match, cancellation) is { } answer
            ? answer
            : Results.Problem($"there is no forecast of a match {match}; GET /v1/fixtures lists those that have one", statusCode: StatusCodes.Status404NotFound);
    }

    static string? NoteOf(PredictionsRefreshed newest) => newest.ModelId is null ? string.Join("; ", newest.Reasons) : null;

    static string? NoteOf(string? code, IReadOnlyCollection<string>? played) =>
        code is null || played is null || played.Contains(code) ? null : $"the newest dataset has no match of {code}; /v1/divisions lists the divisions that it has";

    static string NextOf(HttpRequest request, FixtureCursor cursor)
    {
        var query = new QueryBuilder(request.Query.Where(part => part.Key != "cursor").SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value ?? "")))
        {
            { "cursor", cursor.ToString() },
        };
        return $"/v1/fixtures{query}";
    }
}
