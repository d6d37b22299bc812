using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Api.Tests.Http;

/// <summary>Ids by their beginnings, on a real database.</summary>
public sealed class IdSpecs : PredictionTrial
{
    const string Alone = "01993b6c-7a52-7c1e-9d3f-2f6f3a1b0c4d";

    static readonly string[] Paths =
        ["runs/{0}", "runs/{0}/quarantine", "backtests/{0}", "backtests/{0}/report", "predictions/{0}", "incidents/{0}"];

    static readonly string[] Several =
    [
        "01993b70-0000-7c1e-9d3f-000000000001", "01993b70-0000-7c1e-9d3f-000000000002", "01993b70-0000-7d00-9d3f-000000000003",
        "01993b70-ffff-7d00-9d3f-000000000004",
    ];

    [OneTimeSetUp]
    public async Task Fill()
    {
        foreach (var id in Several.Prepend(Alone))
            await Api.Database.Execute($"""
                insert into api._run values ('{id}', '2025-02-01', 'a test', 'cli', 'auto', false, 'completed', now(), now());
                insert into api._incident (incident_id, kind, reason, at) values ('{id}', 'undecodable', 'no JSON', now());
                insert into api._backtest values ('{id}', now());
                insert into api._request (request_id, requested_at, deadline, is_list, key_id)
                values ('{id}', now(), now() + interval '1 hour', false, 'a key');
                """);
    }

    [TestCase("01993b6c")]
    [TestCase("01993b6c-")]
    [TestCase("01993B6C-7a52")]
    [TestCase("01993b6c-7a52-7c1e-9d3f-2f6f3a1b0c4")]
    [TestCase(Alone)]
    public async Task A_beginning_that_only_one_has_names_it(string beginning)
    {
        foreach (var list in new[] { "runs", "backtests", "predictions" })
        {
            var answer = await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/{list}/{beginning}");
            Assert.That(answer.GetProperty("id").GetString(), Is.EqualTo(Alone), list);
        }
        var incident = await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/incidents/{beginning}");
        Assert.That(incident.GetProperty("incidentId").GetString(), Is.EqualTo(Alone));
    }

    [TestCase("01993b70", 0, 3)]
    [TestCase("01993b70-0000-7c1e-9d3f-00000000000", 0, 2)]
    [TestCase("01993b70-0000-7", 0, 3)]
    public async Task A_beginning_that_several_have_is_answered_with_the_first_of_them(string beginning, int first, int count)
    {
        foreach (var path in Paths)
        {
            var answer = await Api.Http.GetAsync($"/v1/{string.Format(null, path, beginning)}");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), path);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.That(problem.GetProperty("field").GetString(), Is.EqualTo("id"));
            Assert.That(
                problem.GetProperty("detail").GetString(),
                Is.EqualTo($"the ids of several {path.Split('/')[0]} begin with {beginning}: write more of it"));
            var suggestions = problem.GetProperty("suggestions").EnumerateArray().Select(id => id.GetString());
            Assert.That(suggestions, Is.EqualTo(Several.Skip(first).Take(count)), path);
        }
    }

    [TestCase("01993b71")]
    [TestCase("01993b6c-7a52-7c1e-9d3f-2f6f3a1b0c4e")]
    public async Task A_beginning_that_none_has_is_not_found(string beginning)
    {
        foreach (var path in Paths)
        {
            var answer = await Api.Http.GetAsync($"/v1/{string.Format(null, path, beginning)}");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
        }
    }

    [TestCase("01993b6")]
    [TestCase("01993b6c7a52")]
    [TestCase("01993b6c-7a5-")]
    [TestCase("01993b6g")]
    [TestCase("01993b6c-7a52-7c1e-9d3f-2f6f3a1b0c4d0")]
    public async Task What_is_no_beginning_of_an_id_says_so(string text)
    {
        var answer = await Api.Http.GetAsync($"/v1/runs/{text}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("at least its first 8 characters"));
    }

    [Test]
    public async Task Predictions_of_other_keys_do_not_count_as_having_a_beginning()
    {
        var made = await Json(await PostTo("/v1/keys", new { name = "an asker", scopes = new[] { "predict" } }), HttpStatusCode.Created);
        using var asker = Api.Host.ClientWith(made.GetProperty("key").GetString());
        Assert.That((await asker.GetAsync("/v1/predictions/01993b70")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var key = made.GetProperty("id").GetString();
        await Api.Database.Execute($"update api._request set key_id = '{key}' where request_id = '{Several[1]}'");
        try
        {
            var own = await asker.GetFromJsonAsync<JsonElement>("/v1/predictions/01993b70");
            Assert.That(own.GetProperty("id").GetString(), Is.EqualTo(Several[1]));
        }
        finally
        {
            await Api.Database.Execute($"update api._request set key_id = 'a key' where request_id = '{Several[1]}'");
        }
    }
}
