using System.Net;
using System.Net.Http.Json;
using Soccer.Contracts.Predict.V1;
using Soccer.Tables.Predict;

namespace Soccer.Api.Tests.Http;

/// <summary>Requests under an Idempotency-Key.</summary>
public sealed class IdempotencySpecs : PredictionTrial
{
    static readonly object Match = new { home = "Arsenal", away = "Chelsea" };

    [Test]
    public async Task Sent_again_under_its_key_a_request_is_the_same_and_is_not_sent_to_the_broker_again()
    {
        var (first, location) = await Ask(Match, ("Idempotency-Key", "one"));
        var (again, same) = await Ask(new { away = "Chelsea", date = (string?)null, home = "Arsenal" }, ("Idempotency-Key", "one"));
        Assert.That((again, same), Is.EqualTo((first, location)));
        Assert.That(Sent<PredictMatch>(sent => sent.RequestId, first), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Another_request_under_the_same_key_is_refused()
    {
        await Ask(Match, ("Idempotency-Key", "two"));
        var problem = await Json(await Post(new { home = "Chelsea", away = "Arsenal" }, ("Idempotency-Key", "two")), HttpStatusCode.UnprocessableEntity);
        Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo("/problems/idempotency-conflict"));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("'two' came before with another request"));
    }

    [Test]
    public async Task Many_at_once_under_one_key_are_one_request()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Ask(Match, ("Idempotency-Key", "at-once"))));
        Assert.That(asked.Select(each => each.Id).Distinct(), Has.Exactly(1).Items);
        Assert.That(await Api.Database.Scalar("select count(*) from api._request where idempotency_key = 'at-once'"), Is.EqualTo(1));
        Assert.That(Sent<PredictMatch>(sent => sent.RequestId, asked[0].Id).Select(sent => sent.MessageId), Has.All.EqualTo(asked[0].Id));
    }

    [Test]
    public async Task A_request_whose_first_send_was_never_confirmed_is_sent_again_as_the_same_message()
    {
        var (first, _) = await Ask(Match, ("Idempotency-Key", "in-doubt"));
        await Api.Database.Execute("update api._request set is_confirmed = false where idempotency_key = 'in-doubt'");
        var (again, _) = await Ask(Match, ("Idempotency-Key", "in-doubt"));
        Assert.That(again, Is.EqualTo(first));
        var sent = Sent<PredictMatch>(sent => sent.RequestId, first);
        Assert.That(sent.Select(each => each.MessageId), Is.EqualTo(new Guid?[] { first, first }));
        Assert.That(sent[1].Command, Is.EqualTo(sent[0].Command));
        Assert.That(await Api.Database.Scalar("select is_confirmed from api._request where idempotency_key = 'in-doubt'"), Is.True);
    }

    [TestCase("done-alone", HttpStatusCode.Accepted)]
    [TestCase("done-while-waiting", HttpStatusCode.OK, "Prefer", "wait=5")]
    public async Task Sent_again_after_its_answer_a_request_has_that_answer(string key, HttpStatusCode code, params string[] prefer)
    {
        var (id, location) = await Ask(Match, ("Idempotency-Key", key));
        await Answer(id, new MatchAnswer(Forecast(), null));
        (string, string)[] headers = [("Idempotency-Key", key), .. prefer is [var name, var value] ? [(name, value)] : Array.Empty<(string, string)>()];
        var response = await Post(Match, headers);
        Assert.That($"{response.Headers.Location ?? response.Content.Headers.ContentLocation}", Is.EqualTo($"{location}"));
        var again = await Json(response, code);
        Assert.That(again.GetRawText(), Is.EqualTo(await Api.Http.GetStringAsync(location)));
        Assert.That(again.GetProperty("status").GetString(), Is.EqualTo("done"));
    }

    [TestCase("late-alone")]
    [TestCase("late-while-waiting", "Prefer", "wait=5")]
    public async Task Sent_again_after_its_deadline_a_request_is_gone_as_its_address_is(string key, params string[] prefer)
    {
        var hasty = new { home = "Arsenal", away = "Chelsea", withinSeconds = 5 };
        await Ask(hasty, ("Idempotency-Key", key));
        Api.Host.Clock.Move(TimeSpan.FromSeconds(6));
        (string, string)[] headers = [("Idempotency-Key", key), .. prefer is [var name, var value] ? [(name, value)] : Array.Empty<(string, string)>()];
        var gone = await Json(await Post(hasty, headers), HttpStatusCode.Gone);
        Assert.That(gone.GetProperty("type").GetString(), Is.EqualTo("/problems/deadline-passed"));
    }

    [Test]
    public async Task Sent_again_after_Predict_gave_it_up_a_request_is_failed()
    {
        var (id, _) = await Ask(Match, ("Idempotency-Key", "given-up"));
        await Api.Fault(new PredictMatch(id, null, "Arsenal", "Chelsea", null, Api.Host.Clock.GetUtcNow().UtcDateTime), "out of luck");
        var again = await Json(await Post(Match, ("Idempotency-Key", "given-up")), HttpStatusCode.Accepted);
        Assert.That(again.GetProperty("status").GetString(), Is.EqualTo("failed"));
    }

    [Test]
    public async Task The_same_key_of_another_caller_is_another_key()
    {
        var (mine, _) = await Ask(Match, ("Idempotency-Key", "ours"));
        var made = await Json(await PostTo("/v1/keys", new { name = "another caller", scopes = new[] { "predict" } }), HttpStatusCode.Created);
        using var other = Api.Host.ClientWith(made.GetProperty("key").GetString());
        other.DefaultRequestHeaders.Add("Idempotency-Key", "ours");
        var theirs = await Json(await other.PostAsJsonAsync("/v1/predictions", Match), HttpStatusCode.Accepted);
        Assert.That(theirs.GetProperty("id").GetGuid(), Is.Not.EqualTo(mine));
    }

    [TestCase("two words")]
    [TestCase("ключ")]
    public async Task A_key_that_is_none_is_refused(string key) =>
        Assert.That((await Json(await Post(Match, ("Idempotency-Key", key)), HttpStatusCode.BadRequest)).GetProperty("field").GetString(), Is.EqualTo("Idempotency-Key"));

    [Test]
    public async Task A_key_that_is_too_long_is_refused() =>
        Assert.That((await Json(await Post(Match, ("Idempotency-Key", new string('k', 256))), HttpStatusCode.BadRequest)).GetProperty("field").GetString(), Is.EqualTo("Idempotency-Key"));
}
