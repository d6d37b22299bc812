using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Forecasting;
using Soccer.Tables.Train;

namespace Soccer.Api.Tests.Http;

/// <summary>
/// Models over HTTP, on a real database. Each day from 2024-01-01 on has two matches, both won at home; the model a1 held out days 0 to 39, a2 days 20 to 59, b1 days 60 to 99,
/// and older has no forecasts.
/// </summary>
public sealed class ModelSpecs : ApiSpecs
{
    const string A1 = "aaaaaaaa1000", A2 = "aaaaaaaa2000", B1 = "bbbbbbbb1000", Older = "cccccccc1000";
    static readonly DateOnly First = new(2024, 1, 1);

    [OneTimeSetUp]
    public async Task Start()
    {
        await Api.Database.Execute($"""
            insert into validate.match (
                match_id, from_version, division, season, date, home_id, away_id, meeting, home_goals, away_goals, row_hash, odds_hash)
            select id, 1, 'E0', 2023, date '{First:yyyy-MM-dd}' + id / 2, 1, 2, 0, 1, 0, '', '' from generate_series(0, 199) id
            """);
        // The newer dataset knows the match 50, of the 25th day, as a draw.
        await Api.Database.Execute("""
            update validate.match set to_version = 2 where match_id = 50;
            insert into validate.match (
                match_id, from_version, division, season, date, home_id, away_id, meeting, home_goals, away_goals, row_hash, odds_hash)
            values (50, 2, 'E0', 2023, '2024-01-26', 1, 2, 0, 1, 1, '', '');
            """);
        await Model(A1, "2025-02-01 10:00Z", dataset: 1, from: 0, to: 39, ("results-only", _ => new(0.5, 0.3, 0.2)), ("market-memory", _ => new(0.6, 0.2, 0.2)));
        // The same of every second match, better of one and worse of the next.
        await Model(A2, "2025-02-02 10:00Z", dataset: 2, from: 20, to: 59, ("results-only", _ => new(0.6, 0.3, 0.1)),
            ("market-memory", match => (match / 2 % 4) switch { 0 => new(0.7, 0.2, 0.1), 2 => new(0.5142857142857142, 0.2, 0.2857142857142857), _ => new(0.6, 0.2, 0.2) }));
        await Model(B1, "2025-02-03 10:00Z", dataset: 2, from: 60, to: 99, ("results-only", _ => new(0.6, 0.3, 0.1)));
        await Model(Older, "2025-01-01 10:00Z", dataset: 1, from: 0, to: 39);
        await Alias("champion", A1);
        await Alias("smoke", A1);
        await Alias("smoke", A2);
        await Alias("candidate", A2);
        await Alias("champion", A2);
        await Alias("smoke", B1);
        await Alias("held", B1);
    }

    [Test]
    public async Task The_newest_come_first_with_their_scores_and_what_they_hold_now()
    {
        var models = (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/models?limit=3")).GetProperty("models").EnumerateArray().ToArray();
        Assert.That(models.Select(model => model.GetProperty("id").GetString()), Is.EqualTo(new[] { B1, A2, A1 }));
        Assert.That(models.Select(model => string.Join(' ', model.GetProperty("aliases").EnumerateArray())), Is.EqualTo(new[] { "smoke", "candidate champion", "" }));
        Assert.That(models[1].GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()), Is.EqualTo(new[] { "results-only", "market-memory" }));
        Assert.That(models[1].GetProperty("holdOut")[0].GetProperty("logLoss").GetDouble(), Is.EqualTo(1.0625));
        Assert.That(models[1].GetProperty("holdOutFrom").GetString(), Is.EqualTo("2024-01-21"));
    }

    [Test]
    public async Task Two_are_compared_kind_by_kind_on_what_both_held_out_with_the_newer_results()
    {
        var comparison = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/models/compare?a=aaaaaaaa2&b=AAAAAAAA1");
        Assert.That((comparison.GetProperty("a").GetString(), comparison.GetProperty("b").GetString()), Is.EqualTo((A2, A1)));
        Assert.That((comparison.GetProperty("from").GetString(), comparison.GetProperty("to").GetString(), comparison.GetProperty("datasetVersion").GetInt32()),
            Is.EqualTo(("2024-01-21", "2024-02-09", 2)));
        var (results, memory) = (comparison.GetProperty("kinds")[0], comparison.GetProperty("kinds")[1]);
        Assert.Multiple(() =>
        {
            Assert.That((results.GetProperty("kind").GetString(), results.GetProperty("matches").GetInt32(), results.GetProperty("days").GetInt32()),
                Is.EqualTo(("results-only", 40, 20)));
            // 39 home wins and a draw: (39 · ln(1/.6) + ln(1/.3)) / 40, and with .5 in the place of .6.
            Assert.That(results.GetProperty("a").GetDouble(), Is.EqualTo(0.5281543032799894).Within(1e-12));
            Assert.That(results.GetProperty("b").GetDouble(), Is.EqualTo(0.7059178211540951).Within(1e-12));
            Assert.That(results.GetProperty("difference").GetProperty("mean").GetDouble(), Is.EqualTo(-39 * Math.Log(1.2) / 40).Within(1e-12));
            Assert.That(results.GetProperty("difference").GetProperty("high").GetDouble(), Is.LessThan(-0.15));
            Assert.That(results.GetProperty("verdict").GetString(), Is.EqualTo("better"));
            // ln(.7/.6) for the one is ln(.6/.5142857) against the other.
            Assert.That(memory.GetProperty("difference").GetProperty("mean").GetDouble(), Is.Zero.Within(1e-12));
            Assert.That(memory.GetProperty("verdict").GetString(), Is.EqualTo("no-more-than-luck"));
        });
    }

    [Test]
    public async Task The_other_way_round_the_verdict_is_the_other() => Assert.That(
        (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/models/compare?a=aaaaaaaa1&b=aaaaaaaa2")).GetProperty("kinds")[0].GetProperty("verdict").GetString(), Is.EqualTo("worse"));

    [TestCase(A1, B1, "2024-02-09")]
    [TestCase(A1, Older, "trained again")]
    public async Task Models_that_held_out_nothing_in_common_are_told_so(string a, string b, string said)
    {
        var answer = await Api.Http.GetAsync(new Uri($"/v1/models/compare?a={a}&b={b}", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("no match in common").And.Contain(said));
    }

    [Test]
    public async Task An_id_that_no_model_has_is_named()
    {
        var answer = await Api.Http.GetAsync(new Uri($"/v1/models/compare?a={A1}&b=dddddddd", UriKind.Relative));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That((answer.StatusCode, problem.GetProperty("field").GetString(), problem.GetProperty("value").GetString()), Is.EqualTo((HttpStatusCode.NotFound, "b", "dddddddd")));
    }

    [Test]
    public async Task A_beginning_that_several_share_is_told_which()
    {
        var answer = await Api.Http.GetAsync(new Uri($"/v1/models/compare?a={A1[..8]}&b={B1}", UriKind.Relative));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That((answer.StatusCode, problem.GetProperty("field").GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "a")));
        Assert.That(problem.GetProperty("suggestions").EnumerateArray().Select(id => id.GetString()), Is.EqualTo(new[] { A1, A2 }));
    }

    async Task Model(string id, string at, int dataset, int from, int to, params (string Kind, Func<int, Probabilities> Forecast)[] kinds)
    {
        const string scores = """[{"Forecaster":"results-only","Matches":80,"LogLoss":1.0625,"Rps":0.2,"Brier":0.6,"Accuracy":0.5,"CalibrationError":0.01}]""";
        await Api.Database.Execute($"""
            insert into train.model values (
                '{id}', array[{string.Join(", ", kinds.Select(kind => $"'{kind.Kind}'").DefaultIfEmpty("'results-only'"))}], 'schema', {dataset}, 1, gen_random_uuid(),
                '{First.AddDays(from):yyyy-MM-dd}', '{First.AddDays(to):yyyy-MM-dd}', '', '{scores}', '{at}')
            """);
        int[] matches = [.. Enumerable.Range(2 * from, 2 * (to - from + 1))];
        foreach (var (kind, forecast) in kinds)
        {
            var bytes = new MatchForecasts([.. matches.Select(match => (long)match)], [.. matches.Select(match => (Probabilities?)forecast(match))]).Write();
            await Api.Database.Execute($"insert into train.hold_out_forecasts values ('{id}', '{kind}', '\\x{Convert.ToHexStringLower(bytes)}')");
        }
    }

    Task Alias(string alias, string model) => Api.Database.Execute(
        $"insert into promote.alias_log (alias, model_id, run_id, dataset_version, evidence, at) values ('{alias}', '{model}', gen_random_uuid(), 1, '[]', now())");
}
