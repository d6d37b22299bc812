using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Soccer.Api.Tests.Http;

/// <summary>Keys, scopes, rates and the audit, on a real database.</summary>
public sealed class AccessSpecs : ApiSpecs
{
    [TestCase("/v1/fixtures")]
    [TestCase("/")]
    [TestCase("/openapi/v2.json")]
    [TestCase("/v1/nothing/at/all")]
    public async Task Who_sends_no_key_learns_nothing_but_how_to_get_one(string path)
    {
        using var anonymous = Api.Host.ClientWith(null);
        var problem = await Refused(await anonymous.GetAsync(path), HttpStatusCode.Unauthorized);
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("keys create"));
    }

    [TestCase("a word")]
    [TestCase("soccer_0123456789ab_0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_key_that_there_is_not_opens_nothing(string key)
    {
        using var stranger = Api.Host.ClientWith(key);
        var response = await stranger.GetAsync("/v1/fixtures");
        Assert.That(response.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Bearer"));
        await Refused(response, HttpStatusCode.Unauthorized);
    }

    [TestCase("/health/live")]
    [TestCase("/metrics")]
    public async Task Health_and_metrics_ask_for_no_key(string path)
    {
        using var anonymous = Api.Host.ClientWith(null);
        Assert.That((await anonymous.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_key_opens_what_its_scopes_say_and_nothing_else()
    {
        using var reader = Api.Host.ClientWith(await Key("a reader", "read"));
        Assert.That((await reader.GetAsync("/v1/fixtures")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Refused(await reader.PostAsJsonAsync("/v1/runs", new { }), HttpStatusCode.Forbidden)).GetProperty("detail").GetString(), Does.Contain("'run'"));
        Assert.That((await Refused(await reader.PostAsJsonAsync("/v1/predictions", new { }), HttpStatusCode.Forbidden)).GetProperty("detail").GetString(), Does.Contain("'predict'"));
        await Refused(await reader.GetAsync("/v1/keys"), HttpStatusCode.Forbidden);
        await Refused(await reader.GetAsync("/v1/audit"), HttpStatusCode.Forbidden);

        using var asker = Api.Host.ClientWith(await Key("an asker", "predict"));
        Assert.That((await asker.PostAsJsonAsync("/v1/predictions", new { home = "Arsenal", away = "Chelsea" })).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "there are no teams");
        await Refused(await asker.GetAsync("/v1/fixtures"), HttpStatusCode.Forbidden);
    }

    [TestCase("read")]
    [TestCase("predict")]
    [TestCase("run")]
    [TestCase("promote")]
    public async Task Every_good_key_opens_the_index_and_the_check_of_keys_whatever_its_scope(string scope)
    {
        using var holder = Api.Host.ClientWith(await Key($"for {scope}", scope));
        Assert.That((await holder.GetAsync("/v1/ping")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await holder.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Who_lacks_every_scope_that_would_do_is_told_all_of_them()
    {
        using var asker = Api.Host.ClientWith(await Key("asks only", "predict"));
        var problem = await Refused(await asker.GetAsync($"/v1/runs/{Guid.NewGuid()}"), HttpStatusCode.Forbidden);
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("'read'").And.Contain("'run'"));
    }

    [Test]
    public async Task A_key_is_told_once_and_stored_as_a_hash()
    {
        var key = await Key("somebody", "read", "predict");
        var listed = await Api.Http.GetStringAsync("/v1/keys");
        Assert.That(listed, Does.Contain("somebody").And.Not.Contain(key).And.Not.Contain(key.Split('_')[2]));
        var hash = await Api.Database.Scalar("select encode(hash, 'hex') from api._key where name = 'somebody'");
        Assert.That(hash, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key.Split('_')[2])))));
    }

    [Test]
    public async Task A_revoked_key_opens_nothing_and_its_name_is_free_again()
    {
        var key = await Key("a guest", "read");
        using var guest = Api.Host.ClientWith(key);
        Assert.That((await guest.GetAsync("/v1/fixtures")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await Refused(await Ask("a guest", ["read"]), HttpStatusCode.Conflict);
        Assert.That((await Api.Http.DeleteAsync($"/v1/keys/{key.Split('_')[1]}")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await Refused(await guest.GetAsync("/v1/fixtures"), HttpStatusCode.Unauthorized);
        await Refused(await Api.Http.DeleteAsync($"/v1/keys/{key.Split('_')[1]}"), HttpStatusCode.NotFound);
        await Key("a guest", "read");
    }

    [Test]
    public async Task A_key_that_another_replica_revoked_opens_nothing_seconds_later()
    {
        using var guest = Api.Host.ClientWith(await Key("a guest of two", "read"));
        Assert.That((await guest.GetAsync("/v1/fixtures")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await Api.Database.Execute("update api._key set revoked_at = now() where name = 'a guest of two'");
        await Eventually.Happens(async () => (await guest.GetAsync("/v1/fixtures")).StatusCode == HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task Keys_stay_good_while_they_cannot_be_read_and_one_that_is_revoked_then_does_not()
    {
        await using var api = await ApiTrial.Start(new Dictionary<string, string> { ["Access:KeysForSeconds"] = "0" });
        using var guest = api.Host.ClientWith(await Key(api, "a guest", null, "read"));
        var revoked = await Key(api, "another", null, "read");
        using var other = api.Host.ClientWith(revoked);
        Assert.That((await guest.GetAsync("/v1/ping")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await other.GetAsync("/v1/ping")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await api.Database.Execute("alter table api._key rename column scopes to hidden");
        Assert.That((await guest.GetAsync("/v1/ping")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await api.Http.DeleteAsync($"/v1/keys/{revoked.Split('_')[1]}")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await guest.GetAsync("/v1/ping")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await other.GetAsync("/v1/ping")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_key_has_as_many_requests_a_second_as_it_was_given_and_hears_what_is_left()
    {
        using var slow = Api.Host.ClientWith(await Key("a slow one", 2, "read"));
        var first = await slow.GetAsync("/v1/divisions");
        Assert.That((first.Headers.GetValues("RateLimit-Policy").Single(), first.Headers.GetValues("RateLimit").Single()), Is.EqualTo(("\"key\";q=2;w=1", "\"key\";r=1;t=1")));
        var last = first;
        for (var requests = 1; last.StatusCode == HttpStatusCode.OK && requests < 100; requests++)
            last = await slow.GetAsync("/v1/divisions");
        var problem = await Refused(last, HttpStatusCode.TooManyRequests);
        Assert.That(problem.GetProperty("detail").GetString(), Does.StartWith("this key may send 2 requests a second, and as many at once; ").And.Contain("Retry-After"));
        Assert.That(last.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task A_key_of_less_than_one_request_a_second_hears_in_how_many_seconds_it_has_one()
    {
        using var rare = Api.Host.ClientWith(await Key("a rare one", 0.1, "read"));
        var answer = await rare.GetAsync("/v1/divisions");
        Assert.That((answer.Headers.GetValues("RateLimit-Policy").Single(), answer.Headers.GetValues("RateLimit").Single()), Is.EqualTo(("\"key\";q=1;w=10", "\"key\";r=0;t=10")));
        Assert.That(
            (await Refused(await rare.GetAsync("/v1/divisions"), HttpStatusCode.TooManyRequests)).GetProperty("detail").GetString(), Does.StartWith("this key may send one request in 10 seconds; "));
    }

    [TestCase("", "read", null, "name")]
    [TestCase("somebody else", "", null, "scopes")]
    [TestCase("somebody else", "everything", null, "scopes")]
    [TestCase("somebody else", "admin", null, "scopes")]
    [TestCase("somebody else", "read", 0.0, "perSecond")]
    [TestCase("somebody else", "read", 1.9, "perSecond")]
    public async Task A_key_wants_a_name_scopes_that_there_are_and_a_rate(string name, string scopes, double? perSecond, string field)
    {
        var response = await Ask(name, scopes.Split(',', StringSplitOptions.RemoveEmptyEntries), perSecond);
        Assert.That((await Refused(response, HttpStatusCode.BadRequest)).GetProperty("field").GetString(), Is.EqualTo(field));
    }

    [Test]
    public async Task Who_changed_what_stands_in_the_audit()
    {
        var key = await Key("a starter", "run", "read");
        using var starter = Api.Host.ClientWith(key);
        var run = (await (await starter.PostAsJsonAsync("/v1/runs", new { })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        await starter.PostAsJsonAsync("/v1/runs", new { trials = -1 });
        var audit = (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/audit?limit=2")).GetProperty("audit");
        Assert.That(Row(audit[0]), Is.EqualTo((key.Split('_')[1], "start-run", run)));
        Assert.That(Row(audit[1]), Is.EqualTo(("admin", "create-key", key.Split('_')[1])));

        static (string?, string?, string?) Row(JsonElement row) =>
            (row.GetProperty("keyId").GetString(), row.GetProperty("action").GetString(), row.GetProperty("subject").GetString());
    }

    [Test]
    public async Task Health_is_told_at_its_own_port_only()
    {
        await using var split = ApiHost.WithoutDatabase();
        using var host = split.WithWebHostBuilder(builder => builder.UseSetting("Operations:Port", "1"));
        using var http = host.CreateClient();
        // The test's connection comes to no port, which is not 1.
        Assert.That((await http.GetAsync("/health/live")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await http.GetAsync("/metrics")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    Task<string> Key(string name, params string[] scopes) => Key(name, null, scopes);

    Task<string> Key(string name, double? perSecond, params string[] scopes) => Key(Api, name, perSecond, scopes);

    static async Task<string> Key(ApiTrial api, string name, double? perSecond, params string[] scopes)
    {
        var response = await api.Http.PostAsJsonAsync("/v1/keys", new { name, scopes, perSecond });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
    }

    Task<HttpResponseMessage> Ask(string name, string[] scopes, double? perSecond = null) => Api.Http.PostAsJsonAsync("/v1/keys", new { name, scopes, perSecond });

    static async Task<JsonElement> Refused(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), text);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        return JsonDocument.Parse(text).RootElement;
    }
}
