using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;
using Soccer.Forecasting.Goals;

namespace Soccer.Api.Tests.Http;

/// <summary>Fixtures over HTTP, on a real database.</summary>
public sealed class FixtureSpecs : ApiSpecs
{
    [OneTimeSetUp]
    public async Task Start()
    {
        await Api.Database.Execute("insert into validate.team values (1, 'England', 'Arsenal'), (2, 'England', 'Chelsea'), (3, 'Spain', 'Getafe'), (4, 'Spain', 'Betis')");
        await Api.Database.Forecast(match: 1, "E0", "2025-02-02", asOf: "2025-01-25", home: 1, away: 2, model: "m0", homeWin: 0.40);
        await Api.Database.Forecast(match: 1, "E0", "2025-02-02", asOf: "2025-02-01", home: 1, away: 2, model: "m1", homeWin: 0.50);
        await Api.Database.Forecast(match: 1, "E0", "2025-02-02", asOf: "2025-02-01", home: 1, away: 2, model: "m1", homeWin: 0.49, kind: "market-aware");
        await Api.Database.Forecast(match: 1, "E0", "2025-02-02", asOf: "2025-01-25", home: 1, away: 2, model: "m0", homeWin: 0.44, kind: "market-memory");
        await Api.Database.Forecast(match: 2, "SP1", "2025-02-08", asOf: "2025-02-01", home: 3, away: 4, model: "m1", homeWin: 0.25);
        await Api.Database.Forecast(match: 3, "SP1", "2025-01-26", asOf: "2025-01-25", home: 4, away: 3, model: "m0", homeWin: 0.30);
        await Api.Database.Forecast(match: 4, "E0", "2025-02-09", asOf: "2025-02-08", home: 2, away: 1, model: "m2", homeWin: 0.35);
        // Match 5 was put off from Wednesday to Friday, in dataset 3; match 6 was on in dataset 2 and is on again in dataset 4, which the
        // run did not know.
        await Api.Database.Forecast(match: 5, "SP1", "2025-02-05", asOf: "2025-01-30", home: 4, away: 3, model: "m1", homeWin: 0.30);
        await Api.Database.Forecast(match: 6, "SP1", "2025-02-06", asOf: "2025-01-30", home: 4, away: 3, model: "m1", homeWin: 0.30);
        await Api.Database.Match(match: 1, "E0", "2025-02-02", from: 1);
        await Api.Database.Match(match: 2, "SP1", "2025-02-08", from: 3, to: 4);
        await Api.Database.Match(match: 3, "SP1", "2025-01-26", from: 2);
        await Api.Database.Match(match: 4, "E0", "2025-02-09", from: 3);
        await Api.Database.Match(match: 5, "SP1", "2025-02-05", from: 2, to: 3);
        await Api.Database.Match(match: 5, "SP1", "2025-02-07", from: 3);
        await Api.Database.Match(match: 6, "SP1", "2025-02-06", from: 2, to: 3);
        await Api.Database.Match(match: 6, "SP1", "2025-02-06", from: 4);
        await Api.Database.Forecast(match: 7, "GAL2", "2024-12-01", asOf: "2024-11-30", home: 1, away: 2, model: "m0", homeWin: 0.30);
        await Api.Database.Match(match: 7, "GAL2", "2024-12-01", from: 1);
        await Api.Host.Deliver(RunEvents.Any().Refreshed());
        // A refresh of the dataset before comes late; by its clock, the week would begin on 26 January.
        Api.Host.Clock.Move(TimeSpan.FromMinutes(1));
        var earlier = RunEvents.Any();
        await Api.Host.Deliver(earlier.Refreshed("m0") with { Run = earlier.Run with { AsOf = new DateOnly(2025, 1, 25) }, DatasetVersion = 2 });
    }

    [Test]
    public async Task Without_days_all_that_come_after_the_newest_run_are_shown_with_its_versions()
    {
        var list = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures");
        Assert.That(list.GetProperty("asOf").GetString(), Is.EqualTo("2025-02-01"));
        Assert.That(list.GetProperty("modelId").GetString(), Is.EqualTo("m1"));
        Assert.That((list.GetProperty("datasetVersion").GetInt32(), list.GetProperty("featureSetVersion").GetInt32()), Is.EqualTo((3, 5)));
        Assert.That((list.GetProperty("from").GetString(), list.GetProperty("to").GetString()), Is.EqualTo(("2025-02-02", (string?)null)));
        Assert.That(Matches(list), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task A_match_has_its_newest_forecast_with_fair_odds_and_edge()
    {
        var match = (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?division=e0")).GetProperty("fixtures")[0];
        Assert.That(match.GetProperty("league").GetString(), Is.EqualTo("England Premier League"));
        Assert.That((match.GetProperty("home").GetString(), match.GetProperty("away").GetString()), Is.EqualTo(("Arsenal", "Chelsea")));
        var home = match.GetProperty("homeWin");
        Assert.That(home.GetProperty("probability").GetDouble(), Is.EqualTo(0.49));
        Assert.That(home.GetProperty("fairOdds").GetDouble(), Is.EqualTo(2.041));
        Assert.That(home.GetProperty("bestPrice").GetDouble(), Is.EqualTo(2.1));
        Assert.That(home.GetProperty("bestPriceAt").GetString(), Is.EqualTo("B365"));
        // 0.49 x 2.1 - 1.
        Assert.That(home.GetProperty("edge").GetDouble(), Is.EqualTo(0.029));
        Assert.That(home.GetProperty("market").GetDouble(), Is.EqualTo(0.48));
        Assert.That((match.GetProperty("kind").GetString(), match.GetProperty("edgeKind").GetString()), Is.EqualTo(("market-aware", "market-aware")));
        // The older model's market-memory is not a part of this forecast.
        Assert.That(
            match.GetProperty("kinds").EnumerateArray().Select(kind => (kind.GetProperty("kind").GetString(), kind.GetProperty("homeWin").GetDouble())),
            Is.EqualTo(new[] { ("results-only", 0.5), ("market-aware", 0.49) }));
        Assert.That(match.GetProperty("draw").GetProperty("edge").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task A_match_has_goals_that_agree_with_its_outcome()
    {
        var goals = (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?division=e0")).GetProperty("fixtures")[0].GetProperty("goals");
        var grid = ScoreGrid.Of(new(0.49, 0.25, 0.26), 1.6f, 1.1f);
        Assert.That(goals.GetProperty("home").GetDouble(), Is.EqualTo(grid.HomeGoals).Within(5e-4));
        Assert.That(goals.GetProperty("over25").GetDouble(), Is.EqualTo(grid.Over(2.5)).Within(1e-6));
        var likeliest = goals.GetProperty("scores")[0];
        Assert.That((likeliest.GetProperty("home").GetInt32(), likeliest.GetProperty("away").GetInt32()), Is.EqualTo((1, 1)));
        Assert.That(goals.GetProperty("scores").GetArrayLength(), Is.EqualTo(5));
    }

    [Test]
    public async Task Pages_follow_each_other_and_the_last_has_no_next()
    {
        var first = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?from=2025-01-01&limit=2");
        Assert.That(Matches(first), Is.EqualTo(new[] { 3, 1 }));
        var second = await Api.Http.GetFromJsonAsync<JsonElement>(first.GetProperty("next").GetString());
        Assert.That((Matches(second), second.GetProperty("next").GetString()), Is.EqualTo((new[] { 2 }, (string?)null)));
    }

    [Test]
    public async Task A_cursor_that_is_none_is_refused()
    {
        var response = await Api.Http.GetAsync("/v1/fixtures?cursor=abc");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString(), Is.EqualTo("cursor"));
    }

    [Test]
    public async Task One_match_is_told_as_in_the_list_and_more()
    {
        var listed = (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?division=e0")).GetProperty("fixtures")[0];
        var one = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures/1");
        // Whether it has kicked off moves with the clock, and the answer for one match is kept.
        foreach (var member in listed.EnumerateObject().Where(member => member.Name != "hasKickedOff"))
            Assert.That(one.GetProperty(member.Name).GetRawText(), Is.EqualTo(member.Value.GetRawText()), member.Name);
        Assert.That(one.EnumerateObject().Select(member => member.Name).Except(listed.EnumerateObject().Select(member => member.Name)),
            Is.EquivalentTo(new[] { "alias", "datasetVersion", "oddsAsOf", "best", "markets" }));
        Assert.That((await Api.Http.GetAsync("/v1/fixtures/99")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("/v1/fixtures?from=2025-01-01")]
    [TestCase("/v1/fixtures/1")]
    public async Task Who_has_the_answer_already_is_told_so(string path)
    {
        var first = await Api.Http.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        var second = await Api.Http.SendAsync(again);
        Assert.That((second.StatusCode, second.Headers.ETag), Is.EqualTo((HttpStatusCode.NotModified, first.Headers.ETag)));
        using var other = new HttpRequestMessage(HttpMethod.Get, "/v1/fixtures?from=2025-01-01&limit=3") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        Assert.That((await Api.Http.SendAsync(other)).StatusCode, Is.EqualTo(HttpStatusCode.OK), "another question");
    }

    [Test]
    public async Task A_list_has_another_tag_after_a_refresh_and_a_match_whose_answer_is_the_same_has_not()
    {
        var (list, match) = (await Api.Http.GetAsync("/v1/fixtures?from=2025-01-01"), await Api.Http.GetAsync("/v1/fixtures/1"));
        var again = RunEvents.Any();
        await Api.Host.Deliver(again.Refreshed());
        Api.Host.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.That((await Api.Http.GetAsync("/v1/fixtures?from=2025-01-01")).Headers.ETag, Is.Not.EqualTo(list.Headers.ETag));
        Assert.That((await Api.Http.GetAsync("/v1/fixtures/1")).Headers.ETag, Is.EqualTo(match.Headers.ETag));
    }

    [Test]
    public async Task Divisions_are_those_of_the_newest_dataset()
    {
        var divisions = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/divisions");
        Assert.That(divisions.EnumerateArray().Select(division => division.GetProperty("code").GetString()), Is.EqualTo(new[] { "E0", "GAL2", "SP1" }));
        Assert.That(divisions[2].GetProperty("name").GetString(), Is.EqualTo("La Liga"));
    }

    [Test]
    public async Task Days_choose_past_matches_too()
    {
        Assert.That(Matches(await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?from=2020-01-01&to=2025-02-02")), Is.EqualTo(new[] { 7, 3, 1 }));
        Assert.That(Matches(await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?from=2025-01-01&division=SP1")), Is.EqualTo(new[] { 3, 2 }));
    }

    [Test]
    public async Task A_division_of_the_data_can_be_asked_for_although_nobody_publishes_it()
    {
        Assert.That(Matches(await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?from=2020-01-01&division=gal2")), Is.EqualTo(new[] { 7 }));
        var unknown = await Api.Http.GetAsync("/v1/fixtures?division=GAL3");
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var problem = await unknown.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(problem.GetProperty("suggestions").EnumerateArray().Select(code => code.GetString()), Is.EqualTo(new[] { "E0", "GAL2", "SP1" }));
    }

    [TestCase("")]
    [TestCase("ZZ")]
    [TestCase("the Premiership")]
    public async Task What_is_no_division_is_told_those_of_the_dataset(string division)
    {
        var unknown = await Api.Http.GetAsync($"/v1/fixtures?division={division}");
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var problem = await unknown.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(problem.GetProperty("suggestions").EnumerateArray().Select(code => code.GetString()), Is.EqualTo(new[] { "E0", "GAL2", "SP1" }));
    }

    [Test]
    public async Task A_division_without_a_match_in_the_dataset_is_noted()
    {
        var list = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?division=D1");
        Assert.That(Matches(list), Is.Empty);
        Assert.That(list.GetProperty("note").GetString(), Is.EqualTo("the newest dataset has no match of D1; /v1/divisions lists the divisions that it has"));
        Assert.That((await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?division=E0&from=2030-01-01")).GetProperty("note").GetString(), Is.Null);
    }

    [Test]
    public async Task A_forecast_by_a_later_clock_than_the_newest_runs_is_not_shown() =>
        Assert.That(Matches(await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?from=2025-02-09")), Is.Empty);

    [Test]
    public async Task A_match_that_was_put_off_is_not_shown_on_its_old_day() =>
        Assert.That(Matches(await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?from=2025-02-03&to=2025-02-07")), Is.Empty);

    static int[] Matches(JsonElement list) => [.. list.GetProperty("fixtures").EnumerateArray().Select(match => match.GetProperty("matchId").GetInt32())];
}
