using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Goals;
using Soccer.Tables.Predict;

namespace Soccer.Api.Tests.Http;

/// <summary>Requests for forecasts over HTTP, on a real database.</summary>
public sealed class PredictionSpecs : PredictionTrial
{
    static readonly object Match = new { home = "Arsenal", away = "Chelsea", date = "2025-02-08" };

    [Test]
    public async Task A_prediction_is_pending_until_Predict_has_answered()
    {
        var (id, location) = await Ask(Match);
        var pending = await Api.Http.GetAsync(location);
        Assert.That(pending.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That((await Json(pending, HttpStatusCode.OK)).GetProperty("status").GetString(), Is.EqualTo("pending"));
        await Answer(id, new MatchAnswer(Forecast(), null));
        var done = await Api.Http.GetFromJsonAsync<JsonElement>(location);
        var forecast = done.GetProperty("forecast");
        Assert.That(done.GetProperty("status").GetString(), Is.EqualTo("done"));
        Assert.That(forecast.GetProperty("fairOdds").EnumerateArray().Select(odds => odds.GetDouble()), Is.EqualTo(new[] { 2.0, 4, 4 }));
        Assert.That((forecast.GetProperty("modelId").GetString(), forecast.GetProperty("featureSetVersion").GetInt32(), forecast.GetProperty("datasetVersion").GetInt32()), Is.EqualTo(("m1", 5, 3)));
        Assert.That(forecast.GetProperty("goals").GetProperty("bothScore").GetDouble(), Is.EqualTo(ScoreGrid.Of(new(0.5, 0.25, 0.25), 1.5, 1.0).BothScore).Within(1e-6));
    }

    [Test]
    public async Task The_command_names_the_teams_by_their_ids_and_canonical_names_and_is_its_requests_message()
    {
        var (id, _) = await Ask(new { home = "ARSENAL", awayId = 2, odds = new[] { 1.9, 3.6, 4.1 }, withinSeconds = 60 });
        var (messageId, command) = Sent<PredictMatch>(sent => sent.RequestId, id).Single();
        Assert.That((messageId, command.Home, command.HomeId, command.Away, command.AwayId), Is.EqualTo((id, "Arsenal", 1, "Chelsea", 2)));
        Assert.That(command.Odds, Is.EqualTo(new[] { 1.9, 3.6, 4.1 }));
        Assert.That(command.Deadline, Is.EqualTo(command.RequestedAt.AddSeconds(60)));
    }

    [Test]
    public async Task A_list_is_one_request_and_is_answered_match_by_match()
    {
        var (id, location) = await Ask(new { matches = new object[] { Match, new { home = "Chelsea", away = "Arsenal", division = "e0" } } });
        var command = Sent<PredictMatches>(sent => sent.RequestId, id).Single().Command;
        Assert.That(command.Matches.Select(match => (match.HomeId, match.AwayId, match.Division)), Is.EqualTo(new (long?, long?, string?)[] { (1, 2, null), (2, 1, "E0") }));
        await Answer(id, new MatchAnswer(Forecast(), null), new MatchAnswer(null, new("date", "too far", [])));
        var done = await Api.Http.GetFromJsonAsync<JsonElement>(location);
        var matches = done.GetProperty("matches");
        Assert.That((done.GetProperty("status").GetString(), matches.GetArrayLength()), Is.EqualTo(("done", 2)));
        Assert.That(matches[0].GetProperty("forecast").GetProperty("homeWin").GetDouble(), Is.EqualTo(0.5));
        Assert.That(matches[1].GetProperty("problem").GetProperty("field").GetString(), Is.EqualTo("date"));
    }

    [Test]
    public async Task A_prediction_that_Predict_refused_or_gave_up_is_failed_and_says_why()
    {
        var (id, location) = await Ask(Match);
        await Answer(id, new MatchAnswer(null, new("home", "no match of Arsenal is known; name the division", [])));
        var refused = await Api.Http.GetFromJsonAsync<JsonElement>(location);
        Assert.That((refused.GetProperty("status").GetString(), refused.GetProperty("problem").GetProperty("field").GetString()), Is.EqualTo(("failed", "home")));

        (id, location) = await Ask(Match);
        await Api.Fault(new PredictMatch(id, null, "Arsenal", "Chelsea", null, Api.Host.Clock.GetUtcNow().UtcDateTime), "out of luck");
        Assert.That((await Api.Http.GetFromJsonAsync<JsonElement>(location)).GetProperty("problem").GetProperty("reason").GetString(), Is.EqualTo("out of luck"));
    }

    [Test]
    public async Task An_answer_to_a_request_that_could_not_be_written_down_is_told_all_the_same()
    {
        var id = Guid.NewGuid();
        await Answer(id, new MatchAnswer(Forecast(), null));
        Assert.That((await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/predictions/{id}")).GetProperty("status").GetString(), Is.EqualTo("done"));
    }

    [Test]
    public async Task A_request_is_forgotten_after_thirty_days()
    {
        var ((old, gone), (young, kept)) = (await Ask(Match), await Ask(Match));
        await Api.Database.Execute($"""
            update api._request set requested_at = requested_at - interval '30 days 1 minute' where request_id = '{old}';
            update api._request set requested_at = requested_at - interval '29 days' where request_id = '{young}';
            """);
        // It looks for them when it starts, and every hour.
        await using var next = new ApiHost(Api.Database.ConnectionString);
        using var http = next.CreateClient();
        Assert.That(async () => (await Api.Http.GetAsync(gone)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound).After(30_000, 50));
        Assert.That((await Api.Http.GetAsync(kept)).StatusCode, Is.Not.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_prediction_that_nobody_asked_for_is_not_found() =>
        await Json(await Api.Http.GetAsync($"/v1/predictions/{Guid.NewGuid()}"), HttpStatusCode.NotFound);

    [Test]
    public async Task Who_would_wait_gets_the_answer_in_the_same_exchange()
    {
        var asking = Post(Match, ("Prefer", "respond-async, wait=20"), ("Idempotency-Key", "waits"));
        var id = await Eventually.Seen(async () => (Guid?)await Api.Database.Scalar("select request_id from api._request where idempotency_key = 'waits' and is_confirmed"));
        await Answer(id, new MatchAnswer(Forecast(), null));
        var response = await asking;
        Assert.That((await Json(response, HttpStatusCode.OK)).GetProperty("forecast").GetProperty("homeWin").GetDouble(), Is.EqualTo(0.5));
        Assert.That(response.Headers.GetValues("Preference-Applied").Single(), Is.EqualTo("wait=20"));
        Assert.That(response.Content.Headers.ContentLocation!.OriginalString, Is.EqualTo($"/v1/predictions/{id}"));
    }

    [Test]
    public async Task Who_would_wait_and_waits_in_vain_is_told_where_the_answer_will_be()
    {
        var response = await Post(Match, ("Prefer", "wait=1"));
        await Json(response, HttpStatusCode.Accepted);
        Assert.That(response.Headers.Location, Is.Not.Null);
    }

    [Test]
    public async Task Who_would_wait_where_as_many_wait_as_may_is_told_at_once_where_the_answer_will_be()
    {
        await using var crowded = new ApiHost(Api.Database.ConnectionString) { Settings = new Dictionary<string, string> { ["Predictions:MostWaiting"] = "0" } };
        using var http = crowded.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/predictions") { Content = JsonContent.Create(Match), Headers = { { "Prefer", "wait=20" } } };
        var response = await http.SendAsync(request);
        await Json(response, HttpStatusCode.Accepted);
        Assert.That(response.Headers.Contains("Preference-Applied"), Is.False);
    }

    [Test]
    public async Task Who_would_wait_for_little_is_told_that_the_answer_is_there_and_where()
    {
        var asking = Post(Match, ("Prefer", "wait=20, return=minimal"), ("Idempotency-Key", "waits-for-little"));
        var id = await Eventually.Seen(async () => (Guid?)await Api.Database.Scalar("select request_id from api._request where idempotency_key = 'waits-for-little' and is_confirmed"));
        await Answer(id, new MatchAnswer(Forecast(), null));
        var answer = await Json(await asking, HttpStatusCode.OK);
        Assert.That((answer.GetProperty("status").GetString(), answer.GetProperty("link").GetString()), Is.EqualTo(("done", $"/v1/predictions/{id}")));
        Assert.That(answer.GetProperty("forecast").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task A_request_without_an_answer_by_its_deadline_is_gone()
    {
        var (_, location) = await Ask(new { home = "Arsenal", away = "Chelsea", withinSeconds = 5 });
        Api.Host.Clock.Move(TimeSpan.FromSeconds(6));
        var missed = await Json(await Api.Http.GetAsync(location), HttpStatusCode.Gone);
        Assert.That((missed.GetProperty("type").GetString(), missed.GetProperty("title").GetString()), Is.EqualTo(("/problems/deadline-passed", "It was not answered by its deadline")));
        Assert.That(missed.GetProperty("detail").GetString(), Does.Contain("there is no answer: ask again"));
    }

    [TestCase(3, "2 days 23 hours", "/problems/deadline-passed")]
    [TestCase(3, "3 days 1 hour", "/problems/expired")]
    [TestCase(20, "19 days", "/problems/deadline-passed")]
    [TestCase(null, "8 days", "/problems/deadline-passed")]
    public async Task A_request_without_an_answer_is_past_its_deadline_until_Predict_would_not_keep_its_answer_any_more(
        int? days, string age, string type)
    {
        var (id, location) = await Ask(Match);
        await Api.Database.Execute("delete from predict.answer_retention");
        if (days is not null)
            await Api.Database.Execute($"insert into predict.answer_retention (days) values ({days})");
        await Api.Database.Execute($"update api._request set requested_at = requested_at - interval '{age}', deadline = deadline - interval '{age}' where request_id = '{id}'");
        Assert.That((await Json(await Api.Http.GetAsync(location), HttpStatusCode.Gone)).GetProperty("type").GetString(), Is.EqualTo(type));
    }

    [Test]
    public async Task A_request_that_Predict_found_too_late_is_gone()
    {
        var (id, location) = await Ask(Match);
        await Answer(id, new MatchAnswer(null, new(Refusal.Deadline, "it was to be answered by then", [])));
        var missed = await Json(await Api.Http.GetAsync(location), HttpStatusCode.Gone);
        Assert.That((missed.GetProperty("type").GetString(), missed.GetProperty("detail").GetString()), Is.EqualTo(("/problems/deadline-passed", "it was to be answered by then")));
    }
}
