using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Soccer.Contracts.Predict.V1;
using Soccer.Tables.Predict;

namespace Soccer.Api.Tests.Http;

/// <summary>An answer belongs to the key that asked.</summary>
public sealed partial class AnswerOwnerSpecs : PredictionTrial
{
    static readonly object Match = new { home = "Arsenal", away = "Chelsea", date = "2025-02-08" };

    HttpClient asker = null!, other = null!;
    string askerId = "";

    [OneTimeSetUp]
    public async Task MakeKeys() => ((asker, askerId), (other, _)) = (await Key("the one who asks"), await Key("another one"));

    [OneTimeTearDown]
    public void Forget()
    {
        asker?.Dispose();
        other?.Dispose();
    }

    [Test]
    public async Task The_key_that_asked_reads_the_answer_and_so_does_the_operator()
    {
        var id = await AskAs(asker);
        await Answer(id, new MatchAnswer(Forecast(), null));
        foreach (var reader in new[] { asker, Api.Http })
        {
            var answer = await Json(await reader.GetAsync($"/v1/predictions/{id}"), HttpStatusCode.OK);
            Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("done"));
        }
    }

    [Test]
    public async Task To_another_key_it_looks_as_if_nobody_had_asked([Values("pending", "done", "expired")] string state)
    {
        var (id, none) = (await AskAs(asker), Guid.NewGuid());
        if (state == "done")
            await Answer(id, new MatchAnswer(Forecast(), null));
        if (state == "expired")
            await Api.Database.Execute($"""
                update api._request set deadline = deadline - interval '1 day', requested_at = requested_at - interval '1 day'
                where request_id = '{id}'
                """);
        Assert.That(await Seen(other, id), Is.EqualTo(await Seen(other, none)).And.Contain("404"));
    }

    [Test]
    public async Task What_was_asked_before_answers_had_owners_is_the_operators()
    {
        var id = await AskAs(asker);
        await Answer(id, new MatchAnswer(Forecast(), null));
        await Api.Database.Execute($"update api._request set key_id = null where request_id = '{id}'");
        Assert.That((await asker.GetAsync($"/v1/predictions/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Api.Http.GetAsync($"/v1/predictions/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_answer_names_the_owner_of_a_request_that_could_not_be_written_down()
    {
        var id = await AskAs(asker);
        await Answer(id, new MatchAnswer(Forecast(), null));
        await Api.Database.Execute($"""
            update predict.answer set owner = '{askerId}' where request_id = '{id}';
            delete from api._request where request_id = '{id}'
            """);
        Assert.That((await asker.GetAsync($"/v1/predictions/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await other.GetAsync($"/v1/predictions/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task So_does_the_failure_of_one()
    {
        var id = Guid.NewGuid();
        var now = Api.Host.Clock.GetUtcNow().UtcDateTime;
        await Api.Fault(new PredictMatch(id, null, "Arsenal", "Chelsea", null, now, Owner: askerId), "out of luck");
        Assert.That((await asker.GetAsync($"/v1/predictions/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await other.GetAsync($"/v1/predictions/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Is_read_while_a_Predict_of_the_version_before_still_answers()
    {
        var id = await AskAs(asker);
        await Answer(id, new MatchAnswer(Forecast(), null));
        await Api.Database.Execute("alter table predict.answer rename owner to later");
        try
        {
            Assert.That((await asker.GetAsync($"/v1/predictions/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
        finally
        {
            await Api.Database.Execute("alter table predict.answer rename later to owner");
        }
    }

    [Test]
    public async Task The_commands_say_who_asked()
    {
        var (one, list) = (await AskAs(asker), await AskAs(asker, new { matches = new[] { Match } }));
        Assert.That(Sent<PredictMatch>(sent => sent.RequestId, one).Single().Command.Owner, Is.EqualTo(askerId));
        Assert.That(Sent<PredictMatches>(sent => sent.RequestId, list).Single().Command.Owner, Is.EqualTo(askerId));
    }

    /// <summary>All that a caller sees of a request, without its id, its trace and what the rate puts in.</summary>
    static async Task<string> Seen(HttpClient caller, Guid id)
    {
        var answer = await caller.GetAsync($"/v1/predictions/{id}");
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "RateLimit")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        var body = Trace.Replace(await answer.Content.ReadAsStringAsync(), "");
        return $"{(int)answer.StatusCode}\n{string.Join("\n", headers)}\n{body}".Replace($"{id}", "ID", StringComparison.Ordinal);
    }

    static async Task<Guid> AskAs(HttpClient caller, object? body = null) =>
        (await Json(await caller.PostAsJsonAsync("/v1/predictions", body ?? Match), HttpStatusCode.Accepted)).GetProperty("id").GetGuid();

    async Task<(HttpClient Client, string Id)> Key(string name)
    {
        var made = await Json(await PostTo("/v1/keys", new { name, scopes = new[] { "predict" } }), HttpStatusCode.Created);
        return (Api.Host.ClientWith(made.GetProperty("key").GetString()), made.GetProperty("id").GetString()!);
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    static partial Regex Trace { get; }
}
