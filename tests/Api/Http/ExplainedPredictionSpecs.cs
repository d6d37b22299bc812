using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Models;
using Soccer.Tables.Predict;

namespace Soccer.Api.Tests.Http;

/// <summary>Forecasts that are asked for and stored together with why they are what they are.</summary>
public sealed class ExplainedPredictionSpecs : PredictionTrial
{
    const string Explained = "/v1/predictions?explain=true";
    static readonly object Match = new { home = "Arsenal", away = "Chelsea" };

    [Test]
    public async Task The_answer_says_why()
    {
        var asked = await Json(await PostTo(Explained, Match), HttpStatusCode.Accepted);
        var id = asked.GetProperty("id").GetGuid();
        var command = Sent<PredictMatches>(sent => sent.RequestId, id).Single().Command;
        Assert.That((command.Explain, command.Matches.Single().HomeId), Is.EqualTo((true, (long?)1)));

        var why = new Explanation("market-memory", new(0.1, 0, -0.1), [new("elo", new(0.3, -0.1, -0.2), [new("elo_difference", 120, new(0.3, -0.1, -0.2)), new("elo_home", float.NaN, default)])]);
        await Answer(id, new MatchAnswer(Forecast() with { Why = why }, null));
        var done = await Api.Http.GetFromJsonAsync<JsonElement>(asked.GetProperty("link").GetString());
        var told = done.GetProperty("forecast").GetProperty("explanation");
        var family = told.GetProperty("families")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.GetProperty("margin").GetProperty("homeWin").GetDouble(), Is.EqualTo(0.4));
            Assert.That(told.GetProperty("base").GetProperty("awayWin").GetDouble(), Is.EqualTo(-0.1));
            Assert.That((family.GetProperty("family").GetString(), family.GetProperty("effect").GetProperty("draw").GetDouble()), Is.EqualTo(("elo", -0.1)));
            Assert.That(family.GetProperty("largest")[0].GetProperty("value").GetDouble(), Is.EqualTo(120));
            Assert.That(family.GetProperty("largest")[1].GetProperty("value").ValueKind, Is.EqualTo(JsonValueKind.Null), "a missing value");
        }
    }

    [Test]
    public async Task A_forecast_that_can_t_be_explained_fails_and_says_so()
    {
        var id = (await Json(await PostTo(Explained, Match), HttpStatusCode.Accepted)).GetProperty("id").GetGuid();
        await Answer(id, new MatchAnswer(null, new("explain", "the trees do not know their covers", [])));
        var failed = await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/predictions/{id}");
        Assert.That((failed.GetProperty("status").GetString(), failed.GetProperty("problem").GetProperty("field").GetString()), Is.EqualTo(("failed", "explain")));
    }

    [Test]
    public async Task The_same_match_without_why_is_another_request()
    {
        var first = (await Json(await PostTo(Explained, Match, ("Idempotency-Key", "why")), HttpStatusCode.Accepted)).GetProperty("id").GetGuid();
        Assert.That((await Json(await PostTo(Explained, Match, ("Idempotency-Key", "why")), HttpStatusCode.Accepted)).GetProperty("id").GetGuid(), Is.EqualTo(first));
        await Json(await Post(Match, ("Idempotency-Key", "why")), HttpStatusCode.UnprocessableEntity);
    }

    [Test]
    public async Task As_many_as_fifty_of_a_list_are_explained()
    {
        await Json(await PostTo(Explained, new { matches = Enumerable.Repeat(Match, 50) }), HttpStatusCode.Accepted);
        var problem = await Json(await PostTo(Explained, new { matches = Enumerable.Repeat(Match, 51) }), HttpStatusCode.BadRequest);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((problem.GetProperty("field").GetString(), problem.GetProperty("value").GetString()), Is.EqualTo(("explain", "true")));
            Assert.That(problem.GetProperty("detail").GetString(), Does.StartWith("the forecasts of 50 matches of a request are explained at most, and here are 51"));
            Assert.That((await Json(await PostTo("/v1/predictions?explain=yes", Match), HttpStatusCode.BadRequest)).GetProperty("field").GetString(), Is.EqualTo("explain"));
        }
    }
}
