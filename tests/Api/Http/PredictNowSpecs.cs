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
        Api.Host.AnswerNow = question => question.RespondAsync(new MatchPredicted(
            question.Message.RequestId, "E0", question.Message.Match.Home, question.Message.Match.Away, new DateOnly(2025, 2, 8), 0.5, 0.25, 0.25, "m1", 5,
            question.Message.RequestedAt, "market-memory", 1.5, 1.0, 3, question.Message.Match.HomeId, question.Message.Match.AwayId));
        var forecast = await Json(await PostTo("/v1/predict", Match), HttpStatusCode.OK);
        Assert.That((forecast.GetProperty("home").GetString(), forecast.GetProperty("awayId").GetInt64(), forecast.GetProperty("homeWin").GetDouble()), Is.EqualTo(("Arsenal", 2, 0.5)));
        Assert.That(forecast.GetProperty("goals").GetProperty("home").GetDouble(), Is.GreaterThan(1));
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
        await Away("there was no answer from predict-match-request in 0.5 s");
    }

    [Test]
    public async Task A_Predict_that_fails_is_no_error_of_the_caller()
    {
        Api.Host.AnswerNow = _ => throw new InvalidOperationException("out of luck");
        await Away("the stage that answers has failed");
    }

    async Task Away(string detail)
    {
        var response = await PostTo("/v1/predict", Match);
        Assert.That((await Json(response, HttpStatusCode.ServiceUnavailable)).GetProperty("detail").GetString(), Does.Contain(detail));
        Assert.That(response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(5)));
    }
}
