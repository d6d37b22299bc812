using System.Net;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Tests.Http;

/// <summary>One match, answered in the request.</summary>
public sealed class PredictNowSpecs : PredictionTrial
{
    static readonly object Match = new { home = "Arsenal", away = "Chelsea" };

    [Test]
    public async Task Is_answered_by_Predict_in_the_same_exchange()
    {
        Api.Host.AnswerNow = question => question.RespondAsync(Forecast(question.Message));
        var forecast = await Json(await PostTo("/v1/predict", Match), HttpStatusCode.OK);
        Assert.That((forecast.GetProperty("home").GetString(), forecast.GetProperty("awayId").GetInt64(), forecast.GetProperty("homeWin").GetDouble()), Is.EqualTo(("Arsenal", 2, 0.5)));
        Assert.That(forecast.GetProperty("goals").GetProperty("home").GetDouble(), Is.GreaterThan(1));
    }

    [Test]
    public async Task Tells_what_given_odds_imply_and_the_edge_of_the_forecast_that_starts_from_them()
    {
        Api.Host.AnswerNow = question => question.RespondAsync(Forecast(question.Message) with { Kind = "market-aware", BlindKind = "market-memory", Blind = [0.55, 0.25, 0.2] });
        var forecast = await Json(await PostTo("/v1/predict", new { home = "Arsenal", away = "Chelsea", odds = new[] { 1.9, 3.6, 4.1 } }), HttpStatusCode.OK);
        var market = forecast.GetProperty("market");
        var (home, draw) = (market.GetProperty("homeWin"), market.GetProperty("draw"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(forecast.GetProperty("edgeKind").GetString(), Is.EqualTo("market-aware"));
            // 1 / 1.9 + 1 / 3.6 + 1 / 4.1, and the first of them as a share of it.
            Assert.That(market.GetProperty("overround").GetDouble(), Is.EqualTo(1.047996));
            Assert.That(home.GetProperty("multiplicative").GetDouble(), Is.EqualTo(0.502212));
            // 0.5 x 1.9 - 1; what an older Predict says of a kind that has not heard the odds is not read.
            Assert.That((home.GetProperty("edge").GetDouble(), home.GetProperty("quarterKelly").GetDouble()), Is.EqualTo((-0.05, 0)));
            Assert.That((draw.GetProperty("edge").GetDouble(), draw.GetProperty("quarterKelly").GetDouble()), Is.EqualTo((-0.1, 0)));
        }
    }

    [Test]
    public async Task Says_why_where_that_is_asked()
    {
        Api.Host.AnswerNow = question => question.RespondAsync(question.Message.Explain
            ? Forecast(question.Message) with
            {
                Base = [0.1, 0, -0.1],
                Families = [new("elo", 0.3, -0.1, -0.2)],
                Features = [new("elo", "elo_difference", 120, 0.3, -0.1, -0.2)],
                Margins = [0.4, -0.1, -0.3],
            }
            : Forecast(question.Message));
        var why = (await Json(await PostTo("/v1/predict?explain=true", Match), HttpStatusCode.OK)).GetProperty("explanation");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(why.GetProperty("margin").GetProperty("homeWin").GetDouble(), Is.EqualTo(0.4));
            Assert.That(why.GetProperty("families")[0].GetProperty("largest")[0].GetProperty("value").GetDouble(), Is.EqualTo(120));
            Assert.That((await Json(await PostTo("/v1/predict?explain=false", Match), HttpStatusCode.OK)).TryGetProperty("explanation", out _), Is.False);
            Assert.That((await Json(await PostTo("/v1/predict?explain=yes", Match), HttpStatusCode.BadRequest)).GetProperty("field").GetString(), Is.EqualTo("explain"));
        }
    }

    [Test]
    public async Task A_forecast_that_can_t_be_explained_is_not_the_caller_s_fault()
    {
        Api.Host.AnswerNow = question => question.RespondAsync(new MatchNotPredicted(question.Message.RequestId, "explain", "the trees do not know their covers", [], question.Message.RequestedAt));
        Assert.That(
            (await Json(await PostTo("/v1/predict?explain=true", Match), HttpStatusCode.NotFound)).GetProperty("detail").GetString(),
            Is.EqualTo("the forecast can't be explained: the trees do not know their covers"));
    }

    [Test]
    public async Task What_Predict_refuses_names_the_member()
    {
        Api.Host.AnswerNow = question => question.RespondAsync(new MatchNotPredicted(question.Message.RequestId, "division", "there are no matches of E0", [], question.Message.RequestedAt));
        Assert.That((await Json(await PostTo("/v1/predict", Match), HttpStatusCode.BadRequest)).GetProperty("field").GetString(), Is.EqualTo("division"));
    }

    [Test]
    public async Task Before_there_is_a_champion_nobody_can_answer()
    {
        Api.Host.AnswerNow = question => question.RespondAsync(new MatchNotPredicted(question.Message.RequestId, "", "no model has been promoted yet; run the cascade first", [], question.Message.RequestedAt));
        await Away("no model has been promoted yet");
    }

    [Test]
    public async Task Where_nobody_answers_in_time_the_caller_is_asked_to_come_again()
    {
        Api.Host.AnswerNow = _ => Task.CompletedTask;
        await Away("there was no answer from predict-match-request in 5 s");
    }

    [Test]
    public async Task A_Predict_that_fails_is_no_error_of_the_caller()
    {
        Api.Host.AnswerNow = _ => throw new InvalidOperationException("out of luck");
        await Away("the stage that answers has failed");
    }

    static MatchPredicted Forecast(PredictMatchNow e) => new(
        e.RequestId, "E0", e.Match.Home, e.Match.Away, new DateOnly(2025, 2, 8), 0.5, 0.25, 0.25, "m1", 5, e.RequestedAt, "market-memory", 1.5, 1.0, 3, e.Match.HomeId, e.Match.AwayId);

    async Task Away(string detail)
    {
        var response = await PostTo("/v1/predict", Match);
        Assert.That((await Json(response, HttpStatusCode.ServiceUnavailable)).GetProperty("detail").GetString(), Does.Contain(detail));
        Assert.That(response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(5)));
    }
}
