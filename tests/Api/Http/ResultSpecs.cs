using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;

namespace Soccer.Api.Tests.Http;

/// <summary>How good the forecasts were, over HTTP, on a real database. The newest run's day is 2025-02-01, a Saturday.</summary>
public sealed class ResultSpecs : ApiSpecs
{
    [OneTimeSetUp]
    public async Task Start()
    {
        // Saturday and Sunday of one week, and a match of the Monday after; match 3 without odds, match 4 not settled.
        await Settled(match: 1, "E0", "2025-01-25", "2025-01-20", outcome: 0, home: 0.50, market: 0.40);
        await Settled(match: 2, "E0", "2025-01-26", "2025-01-20", outcome: 2, home: 0.50, market: 0.60);
        await Settled(match: 3, "SP1", "2025-01-27", "2025-01-20", outcome: 1, home: 0.30, market: null);
        await Forecast(match: 4, "E0", "2025-01-26", "2025-01-20", home: 0.5, market: 0.5);
        // Of match 1 an older forecast and one by a kind that knows less.
        await Settled(match: 1, "E0", "2025-01-25", "2025-01-13", outcome: 0, home: 0.10, market: 0.10, features: 4);
        await Settled(match: 1, "E0", "2025-01-25", "2025-01-20", outcome: 0, home: 0.45, market: 0.40, kind: "results-only");
        // Older than 26 weeks.
        await Settled(match: 5, "E0", "2024-08-04", "2024-08-01", outcome: 0, home: 0.40, market: 0.40);
        await Api.Host.Deliver(RunEvents.Any().Refreshed());
    }

    [Test]
    public async Task Are_told_by_week_of_the_last_half_year_the_newest_first()
    {
        var list = await Results("");
        Assert.That((list.GetProperty("from").GetString(), list.GetProperty("to").GetString()), Is.EqualTo(("2024-08-05", "2025-02-01")));
        Assert.That(Rows(list), Is.EqualTo(new[] { "2025-01-27 1", "2025-01-20 2" }));
        Assert.That(list.GetProperty("total").GetProperty("matches").GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_match_counts_once_by_its_last_forecast_of_the_kind_that_knows_most()
    {
        var week = (await Results("")).GetProperty("rows")[1];
        // −ln .5 and −ln .25: of match 2 the away win had 1 − .25 − .5.
        Assert.That(week.GetProperty("logLoss").GetDouble(), Is.EqualTo((0.693147 + 1.386294) / 2).Within(1e-6));
        Assert.That(week.GetProperty("accuracy").GetDouble(), Is.EqualTo(0.5));
        Assert.That(week.GetProperty("rps").GetDouble(), Is.EqualTo((0.15625 + 0.40625) / 2).Within(1e-6));
        Assert.That(week.GetProperty("brier").GetDouble(), Is.EqualTo((0.375 + 0.875) / 2).Within(1e-6));
    }

    [Test]
    public async Task The_market_is_compared_on_matches_with_odds_alone()
    {
        var list = await Results("");
        var market = list.GetProperty("rows")[1].GetProperty("market");
        // −ln .4 and −ln .15.
        Assert.That(market.GetProperty("logLoss").GetDouble(), Is.EqualTo((0.916291 + 1.897120) / 2).Within(1e-6));
        Assert.That(market.GetProperty("forecastLogLoss").GetDouble(), Is.EqualTo((0.693147 + 1.386294) / 2).Within(1e-6));
        // The market's likeliest outcome of match 1 is the home win too: .4, .25, .35.
        Assert.That(market.GetProperty("accuracy").GetDouble(), Is.EqualTo(0.5));
        // −.223144 and −.510826 on two days: mean −.366985, error .143841, and no interval.
        var difference = market.GetProperty("difference");
        Assert.That(
            new[] { "mean", "standardError" }.Select(name => difference.GetProperty(name).GetDouble()),
            Is.EqualTo(new[] { -0.366985, 0.143841 }).Within(2e-5));
        Assert.That(new[] { "low", "high" }.Select(name => difference.GetProperty(name).ValueKind), Has.All.EqualTo(JsonValueKind.Null));
        Assert.That(list.GetProperty("rows")[0].GetProperty("market").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(list.GetProperty("total").GetProperty("market").GetProperty("matches").GetInt32(), Is.EqualTo(2));
    }

    [TestCase("?by=division", "E0 2", "SP1 1")]
    [TestCase("?by=division&division=sp1", "SP1 1")]
    [TestCase("?division=SP1", "2025-01-27 1")]
    [TestCase("?league=la%20liga", "2025-01-27 1")]
    [TestCase("?kind=results-only", "2025-01-20 1")]
    [TestCase("?kind=market-memory")]
    [TestCase("?from=2024-08-01&to=2025-01-25", "2025-01-20 1", "2024-07-29 1")]
    [TestCase("?to=2024-08-05", "2024-07-29 1")]
    [TestCase("?from=2025-01-26", "2025-01-27 1", "2025-01-20 1")]
    public async Task Are_those_that_were_asked_for(string query, params string[] rows)
    {
        var list = await Results(query);
        Assert.That(Rows(list), Is.EqualTo(rows));
        var note = rows is [] ? "no forecast of a match on these days has been settled" : null;
        Assert.That(list.GetProperty("note").GetString(), Is.EqualTo(note));
        Assert.That(list.GetProperty("total").ValueKind, Is.EqualTo(rows is [] ? JsonValueKind.Null : JsonValueKind.Object));
    }

    [Test]
    public async Task Days_after_the_newest_runs_are_refused_by_the_value_that_was_sent()
    {
        var answer = await Api.Http.GetAsync("/v1/results?from=2030-01-01");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That((problem.GetProperty("field").GetString(), problem.GetProperty("value").GetString()), Is.EqualTo(("from", "2030-01-01")));
        Assert.That(problem.GetProperty("detail").GetString(), Is.EqualTo("'2030-01-01' is after 2025-02-01, the newest run's day: write a day up to that one"));
    }

    [Test]
    public async Task A_division_has_its_league() => Assert.That(
        (await Results("?by=division")).GetProperty("rows")[0].GetProperty("league").GetString(), Is.EqualTo("England Premier League"));

    async Task<JsonElement> Results(string query) => await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/results{query}");

    static string[] Rows(JsonElement list) =>
    [
        .. list.GetProperty("rows").EnumerateArray()
            .Select(row => $"{row.GetProperty("key").GetString()} {row.GetProperty("matches").GetInt32()}"),
    ];

    async Task Settled(
        int match, string division, string date, string asOf, int outcome, double home, double? market, string kind = "market-aware",
        int features = 5)
    {
        await Forecast(match, division, date, asOf, home, market, kind, features);
        await Api.Database.Settled(match, division, date, outcome, home, market, kind, features);
    }

    async Task Forecast(
        int match, string division, string date, string asOf, double home, double? market, string kind = "market-aware", int features = 5)
    {
        await Api.Database.Forecast(match, division, date, asOf, home: 1, away: 2, model: "m1", home, kind, features);
        FormattableString sql = $"""
            update predict.forecast set market_home_win = {Number(market)}, market_draw = {Number(market is null ? null : 0.25)},
                   market_away_win = {Number(0.75 - market)}
            where match_id = {match} and kind = '{kind}' and feature_set_version = {features}
            """;
        await Api.Database.Execute(FormattableString.Invariant(sql));
    }

    static string Number(double? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null";
}
