using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Soccer.Api.Tests.Ledger;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Tests.Http;

/// <summary>Explanations over HTTP, on a real database, with what Predict says in the test's hand.</summary>
public sealed class ExplanationSpecs : ApiSpecs
{
    readonly List<ExplainForecast> asked = [];

    [OneTimeSetUp]
    public async Task Start()
    {
        await Api.Database.Execute("insert into validate.team values (1, 'England', 'Arsenal'), (2, 'England', 'Chelsea')");
        await Api.Database.Execute("""
            insert into validate.match (match_id, from_version, division, season, date, home_id, away_id, meeting, row_hash, odds_hash)
            values (1, 1, 'E0', 2024, '2025-02-02', 1, 2, 0, '', '')
            """);
        foreach (var kind in (string[])["results-only", "market-aware"])
            await Api.Database.Execute($"""
                insert into predict.forecast (match_id, model_id, feature_set_version, odds_version, run_id, kind, as_of, division, date, home_id, away_id, home_win, draw, away_win, made_at)
                values (1, 'm1', 4, 3, gen_random_uuid(), '{kind}', '2025-02-01', 'E0', '2025-02-02', 1, 2, 0.5, 0.3, 0.2, '2025-02-01 20:00Z')
                """);
        await Api.Host.Deliver(RunEvents.Any().Refreshed());
    }

    [SetUp]
    public void Answer()
    {
        asked.Clear();
        Api.Host.AnswerWhy = question =>
        {
            var e = question.Message;
            asked.Add(e);
            return question.RespondAsync(new ForecastExplained(
                e.RequestId, e.MatchId, e.ModelId, e.Kind!, e.FeatureSetVersion, [0.2, 0, -0.2],
                [new("elo", 0.1234567, 0, -0.1234567), new("rest", -0.01, 0, 0.01)],
                [new("elo", "elo_away", 1400.5, 0.1, 0, -0.1), new("elo", "elo_of_yesterday", null, 0.02, 0, -0.02), new("rest", "rest_home", 3, -0.01, 0, 0.01)],
                [0.31, 0, -0.31], DateTime.UnixEpoch));
        };
    }

    [Test]
    public async Task A_forecast_is_told_by_family_with_the_features_that_add_most()
    {
        var told = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures/1/explanation");
        Assert.That(asked.Select(question => (question.MatchId, question.ModelId, question.Kind, question.FeatureSetVersion)), Is.EqualTo(new[] { (1L, "m1", "market-aware", 4) }));
        Assert.That((told.GetProperty("home").GetString(), told.GetProperty("away").GetString(), told.GetProperty("kind").GetString()), Is.EqualTo(("Arsenal", "Chelsea", "market-aware")));
        Assert.That(told.GetProperty("unit").GetString(), Does.StartWith("natural log-odds"));
        Assert.That((told.GetProperty("base").GetProperty("homeWin").GetDouble(), told.GetProperty("margin").GetProperty("awayWin").GetDouble()), Is.EqualTo((0.2, -0.31)));
        var elo = told.GetProperty("families")[0];
        Assert.That((elo.GetProperty("family").GetString(), elo.GetProperty("effect").GetProperty("homeWin").GetDouble()), Is.EqualTo(("elo", 0.123457)));
        var (known, old) = (elo.GetProperty("largest")[0], elo.GetProperty("largest")[1]);
        Assert.That((known.GetProperty("feature").GetString(), known.GetProperty("value").GetDouble(), known.GetProperty("meaning").GetString()),
            Is.EqualTo(("elo_away", 1400.5, "Elo rating of the away team")));
        Assert.That((old.GetProperty("value").ValueKind, old.GetProperty("meaning").ValueKind), Is.EqualTo((JsonValueKind.Null, JsonValueKind.Null)));
        Assert.That(told.GetProperty("families")[1].GetProperty("largest").GetArrayLength(), Is.EqualTo(1));
        Assert.That(told.GetProperty("probability").GetProperty("homeWin").GetDouble(), Is.EqualTo(0.5));
    }

    [Test]
    public async Task A_kind_can_be_chosen_of_those_that_forecast()
    {
        await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures/1/explanation?kind=results-only");
        Assert.That(asked.Single().Kind, Is.EqualTo("results-only"));
        await Problem("/v1/fixtures/1/explanation?kind=market-memory", HttpStatusCode.NotFound, "the newest forecast of match 1 has no market-memory; it has results-only, market-aware");
        await Problem("/v1/fixtures/1/explanation?kind=guess", HttpStatusCode.BadRequest, "there is no kind 'guess'");
    }

    [Test]
    public async Task A_match_is_told_with_its_explanation_where_that_is_asked_for()
    {
        var (plain, explained) = (await Api.Http.GetStringAsync("/v1/fixtures/1"), await Api.Http.GetStringAsync("/v1/fixtures/1?explain=true"));
        var told = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures/1/explanation");
        Assert.That(explained, Is.EqualTo($"{plain[..^1]},\"explanation\":{told.GetRawText()}}}"));
        Assert.That(await Api.Http.GetStringAsync("/v1/fixtures/1?explain=false"), Is.EqualTo(plain));
        await Problem("/v1/fixtures/1?explain=perhaps", HttpStatusCode.BadRequest, "there is no explain 'perhaps'");
    }

    [TestCase("/v1/fixtures/99/explanation")]
    [TestCase("/v1/fixtures/99?explain=true")]
    public async Task A_match_without_a_forecast_has_no_explanation(string path) =>
        await Problem(path, HttpStatusCode.NotFound, "there is no forecast of a match 99; GET /v1/fixtures lists those that have one");

    [TestCase("/v1/fixtures/1/explanation")]
    [TestCase("/v1/fixtures/1?explain=true")]
    public async Task What_Predict_can_not_explain_is_told_with_its_reason(string path)
    {
        Api.Host.AnswerWhy = question => question.RespondAsync(new ForecastNotExplained(question.Message.RequestId, "there is no model m1", DateTime.UnixEpoch));
        await Problem(path, HttpStatusCode.NotFound, "the forecast of match 1 can't be explained: there is no model m1");
    }

    [TestCase("/v1/fixtures/1/explanation")]
    [TestCase("/v1/fixtures/1?explain=true")]
    public async Task Where_Predict_is_away_the_answer_says_when_to_ask_again(string path)
    {
        Api.Host.AnswerWhy = _ => Task.CompletedTask;
        var response = await Problem(path, HttpStatusCode.ServiceUnavailable, "there was no answer from explain-forecast-request in 5 s. Send the request again in a few seconds");
        Assert.That(response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task The_document_knows_of_the_explanation()
    {
        var document = await Api.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var one = document.GetProperty("paths").GetProperty("/v1/fixtures/{id}").GetProperty("get");
        Assert.That(one.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()), Does.Contain("explain"));
        Assert.That(document.GetProperty("paths").TryGetProperty("/v1/fixtures/{id}/explanation", out _), Is.True);
    }

    async Task<HttpResponseMessage> Problem(string path, HttpStatusCode status, string detail)
    {
        var response = await Api.Http.GetAsync(path);
        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), Is.EqualTo(detail));
        return response;
    }
}
