using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;

namespace Soccer.Api.Tests.Http;

/// <summary>Fixtures of a team or a league, and in another order, on a real database.</summary>
public sealed class FixtureFilterSpecs : ApiSpecs
{
    [OneTimeSetUp]
    public async Task Start()
    {
        await Api.Database.Execute("""
            insert into validate.team values
                (1, 'England', 'Man United'), (2, 'England', 'Arsenal'), (3, 'England', 'Leeds United'), (4, 'Spain', 'Málaga'),
                (5, 'Russia', 'Arsenal Tula'), (6, 'Spain', 'Betis')
            """);
        await Fixture(match: 1, "E0", "2025-02-02", home: 1, away: 2, homeWin: 0.40, aware: 0.45, price: 2.0);
        await Fixture(match: 2, "E0", "2025-02-03", home: 3, away: 1, homeWin: 0.55, aware: 0.50, price: 2.2);
        await Fixture(match: 3, "SP1", "2025-02-04", home: 4, away: 6, homeWin: 0.60, aware: null, price: 1.5);
        await Fixture(match: 4, "RUS", "2025-02-05", home: 5, away: 6, homeWin: 0.30, aware: 0.30, price: 3.6);
        await Api.Host.Deliver(RunEvents.Any().Refreshed());
    }

    [TestCase("?team=Arsenal", 1)]
    [TestCase("?team=man%20united", 1, 2)]
    [TestCase("?team=UNITED", 1, 2)]
    [TestCase("?team=leeds", 2)]
    [TestCase("?team=arse", 1, 4)]
    [TestCase("?team=malag", 3)]
    [TestCase("?team=betis&league=SP1", 3)]
    [TestCase("?team=arse&division=E0", 1)]
    [TestCase("?league=England%20Premier%20League", 1, 2)]
    [TestCase("?league=la%20liga", 3)]
    [TestCase("?league=sp1", 3)]
    [TestCase("?league=liga", 3)]
    [TestCase("?sort=date", 1, 2, 3, 4)]
    // The highest edges: .45 x 2 - 1, .5 x 2.2 - 1, none, .3 x 3.6 - 1.
    [TestCase("?sort=edge", 2, 4, 1, 3)]
    [TestCase("?sort=edge&limit=2", 2, 4)]
    // The likeliest outcomes: .45, .5, .6, .45 of an away win.
    [TestCase("?sort=probability", 3, 2, 1, 4)]
    [TestCase("?sort=probability&league=E0&team=united&limit=1", 2)]
    public async Task Are_those_that_were_asked_for_in_that_order(string query, params int[] matches)
    {
        var list = await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/fixtures{query}");
        Assert.That(Matches(list), Is.EqualTo(matches));
        Assert.That(list.GetProperty("next").GetString(), Is.Null);
    }

    [Test]
    public async Task Pages_keep_the_team_and_the_league()
    {
        var first = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?team=united&league=E0&limit=1");
        var second = await Api.Http.GetFromJsonAsync<JsonElement>(first.GetProperty("next").GetString());
        Assert.That((Matches(first), Matches(second)), Is.EqualTo((new[] { 1 }, new[] { 2 })));
        Assert.That(second.GetProperty("next").GetString(), Is.Null);
    }

    [Test]
    public async Task Who_has_the_answer_already_is_told_so_until_another_team_has_the_name()
    {
        const string path = "/v1/fixtures?team=tis";
        var tag = (await Api.Http.GetAsync(path)).Headers.ETag!;
        using var same = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { tag } } };
        Assert.That((await Api.Http.SendAsync(same)).StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        await Api.Database.Execute("insert into validate.team values (7, 'Spain', 'Atis')");
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { tag } } };
        Assert.That((await Api.Http.SendAsync(again)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await Api.Database.Execute("delete from validate.team where team_id = 7");
    }

    [TestCase("team=Arsnal", "team", "/problems/unknown-team", "Arsenal", "Arsenal Tula")]
    [TestCase("team=Zzyzx", "team", "/problems/unknown-team")]
    [TestCase("team=%20", "team", "/problems/invalid-value")]
    [TestCase("league=Premier%20League", "league", "/problems/invalid-value", "England Premier League", "Russia Premier League")]
    [TestCase("league=premier%20leag", "league", "/problems/invalid-value", "England Premier League", "Russia Premier League")]
    [TestCase("league=Nowhere", "league", "/problems/invalid-value", "England Premier League", "Russia Premier League", "Spain La Liga")]
    [TestCase("league=E0&division=E0", "league", "/problems/invalid-value")]
    [TestCase("sort=kickoff", "sort", "/problems/invalid-value", "date", "edge", "probability")]
    [TestCase("sort=edge&cursor=abc", "cursor", "/problems/invalid-value")]
    public async Task What_cannot_be_is_named_with_what_could(string query, string field, string type, params string[] suggestions)
    {
        var answer = await Api.Http.GetAsync($"/v1/fixtures?{query}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That((problem.GetProperty("field").GetString(), problem.GetProperty("type").GetString()), Is.EqualTo((field, type)));
        var near = problem.TryGetProperty("suggestions", out var names) ? names.EnumerateArray().Select(name => name.GetString()) : [];
        Assert.That(near, Is.EqualTo(suggestions));
    }

    [Test]
    public async Task More_than_a_page_of_matches_is_not_sorted()
    {
        await Api.Database.Execute("""
            insert into predict.forecast (
                match_id, model_id, feature_set_version, odds_version, run_id, kind, as_of, division, date, home_id, away_id,
                home_win, draw, away_win, made_at)
            select 10000 + n, 'm1', 5, 3, gen_random_uuid(), 'results-only', '2025-02-01', 'D1', '2025-02-20', 1, 2, .4, .3, .3, now()
            from generate_series(1, 2001) n;
            insert into validate.match (match_id, from_version, division, season, date, home_id, away_id, meeting, row_hash, odds_hash)
            select 10000 + n, 3, 'D1', 2024, '2025-02-20', 1, 2, 0, '', '' from generate_series(1, 2001) n
            """);
        try
        {
            var answer = await Api.Http.GetAsync("/v1/fixtures?sort=edge&limit=5");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.That(problem.GetProperty("detail").GetString(), Does.StartWith("sort=edge orders one page of at most 2000 matches"));
            var fewer = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?sort=edge&limit=5&to=2025-02-19&from=2025-02-02");
            Assert.That(Matches(fewer), Is.EqualTo(new[] { 2, 4, 1, 3 }));
        }
        finally
        {
            await Api.Database.Execute("""
                delete from predict.forecast where match_id > 10000;
                delete from validate.match where match_id > 10000
                """);
        }
    }

    [Test]
    public async Task An_outcome_has_the_probability_that_its_edge_is_of()
    {
        var list = (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures")).GetProperty("fixtures");
        Assert.That(list[0].GetProperty("homeWin").GetProperty("edgeProbability").GetDouble(), Is.EqualTo(0.45));
        Assert.That(list[0].GetProperty("awayWin").GetProperty("edgeProbability").GetDouble(), Is.EqualTo(0.3));
        Assert.That(list[2].GetProperty("homeWin").GetProperty("edgeProbability").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    static int[] Matches(JsonElement list) =>
        [.. list.GetProperty("fixtures").EnumerateArray().Select(match => match.GetProperty("matchId").GetInt32())];

    async Task Fixture(int match, string division, string date, int home, int away, double homeWin, double? aware, double price)
    {
        var best = FormattableString.Invariant($"{price}, 'B365', null, null, null, null");
        await Api.Database.Match(match, division, date, from: 3);
        await Api.Database.Forecast(match, division, date, "2025-02-01", home, away, "m1", homeWin, best: best);
        if (aware is { } own)
            await Api.Database.Forecast(match, division, date, "2025-02-01", home, away, "m1", own, "market-aware", best: best);
    }
}
