using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;
using Soccer.Contracts;
using Soccer.Contracts.Train.V1;

namespace Soccer.Api.Tests.Http;

/// <summary>A key that may start runs and backtests may follow its own, and no others.</summary>
public sealed class OwnRunSpecs : ApiSpecs
{
    HttpClient starter = null!, other = null!, reader = null!;

    [OneTimeSetUp]
    public async Task MakeKeys()
    {
        (starter, other, reader) = (await Key("starter", "run"), await Key("other starter", "run"), await Key("reader", "read"));
        await Api.Database.Execute($$"""
            insert into train.backtest (report_id, feature_set_version, report, created_at)
            values ('r1', 5, '{{BacktestSpecs.Report}}', now())
            """);
    }

    [OneTimeTearDown]
    public void Forget()
    {
        foreach (var client in (HttpClient?[])[starter, other, reader])
            client?.Dispose();
    }

    [Test]
    public async Task A_run_is_read_by_the_key_that_started_it_by_readers_and_by_no_other_starter()
    {
        var (_, link) = await Start("/v1/runs");
        await IsReadBy(link, starter, reader, Api.Http);
        await IsRefused(link, other);
        // Nothing has been read of its snapshot yet.
        Assert.That((await starter.GetAsync($"{link}/quarantine")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await IsRefused($"{link}/quarantine", other);
    }

    [Test]
    public async Task A_backtest_is_read_by_the_key_that_started_it_by_readers_and_by_no_other_starter()
    {
        var (id, link) = await Start("/v1/backtests");
        var step = new StepTime("code", Api.Host.Clock.GetUtcNow().UtcDateTime, 12, false);
        await Api.Host.Deliver(new BacktestCompleted(id, "r1", 5, [], step));
        foreach (var path in (string[])[link, $"{link}/report"])
        {
            await IsReadBy(path, starter, reader, Api.Http);
            await IsRefused(path, other);
        }
    }

    [Test]
    public async Task Without_the_scope_to_read_what_does_not_exist_is_refused_alike_and_what_is_no_id_as_such()
    {
        foreach (var path in (string[])["/v1/runs", "/v1/backtests"])
        {
            var (none, known) = ($"{path}/{Guid.NewGuid()}", (await Start(path)).Link);
            var refusal = await IsRefused(none, other);
            Assert.That(refusal.Replace(none, known, StringComparison.Ordinal), Is.EqualTo(await IsRefused(known, other)));
            Assert.That((await other.GetAsync($"{path}/17")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        }
    }

    [Test]
    public async Task The_beginning_of_an_id_opens_nothing()
    {
        foreach (var path in (string[])["/v1/runs", "/v1/backtests"])
        {
            var (id, link) = await Start(path);
            var beginning = link.Replace($"{id}", $"{id}"[..35], StringComparison.Ordinal);
            await IsReadBy(beginning, reader);
            await IsRefused(beginning, other);
            await IsRefused(beginning, starter);
        }
    }

    [Test]
    public async Task The_refusal_names_the_scope()
    {
        var (_, link) = await Start("/v1/runs");
        Assert.That(await IsRefused(link, other), Does.Contain($"lacks the scope 'read', which GET {link} needs"));
    }

    [Test]
    public async Task The_list_of_backtests_has_for_a_starter_those_that_it_started_and_for_a_reader_all()
    {
        var (own, foreign) = ((await Start("/v1/backtests")).Id, (await Start("/v1/backtests", other)).Id);
        Assert.That(await Listed(starter), Does.Contain(own).And.Not.Contain(foreign));
        Assert.That(await Listed(other), Is.EqualTo(new[] { foreign }));
        Assert.That(await Listed(reader), Is.SupersetOf(new[] { own, foreign }));

        async Task<Guid[]> Listed(HttpClient client)
        {
            var list = await client.GetFromJsonAsync<JsonElement>("/v1/backtests");
            return [.. list.GetProperty("backtests").EnumerateArray().Select(line => line.GetProperty("id").GetGuid())];
        }
    }

    [Test]
    public async Task The_list_of_runs_is_not_opened() =>
        Assert.That((await starter.GetAsync("/v1/runs")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));

    [Test]
    public async Task A_key_that_may_neither_read_nor_start_reads_nothing()
    {
        using var asker = await Key("asker", "predict");
        Assert.That((await asker.GetAsync((await Start("/v1/runs")).Link)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_run_that_the_broker_did_not_confirm_is_its_starters_too()
    {
        var (_, link) = await Start("/v1/runs");
        await Api.Database.Execute($"update api._audit set action = 'start-run (not confirmed)' where subject = '{link.Split('/')[^1]}'");
        await IsReadBy(link, starter);
        await IsRefused(link, other);
    }

    [Test]
    public async Task While_a_run_is_on_its_way_Retry_After_says_when_to_look_again()
    {
        var accepted = await Api.Http.PostAsJsonAsync("/v1/runs", new { });
        Assert.That(accepted.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(2)));
        Assert.That((await Api.Http.GetAsync(accepted.Headers.Location)).Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(2)));

        var run = RunEvents.Any();
        await Api.Host.Deliver(run.Refreshed());
        await Api.Host.Deliver(run.Drift());
        var ended = await Api.Http.GetAsync($"/v1/runs/{run.Run.Id}");
        Assert.That((await ended.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString(), Is.EqualTo("completed"));
        Assert.That(ended.Headers.RetryAfter, Is.Null);
    }

    async Task<(Guid Id, string Link)> Start(string path, HttpClient? by = null)
    {
        var response = await (by ?? starter).PostAsJsonAsync(path, new { });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        return ((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid(), $"{response.Headers.Location}");
    }

    async Task<HttpClient> Key(string name, string scope)
    {
        var made = await Api.Http.PostAsJsonAsync("/v1/keys", new { name, scopes = new[] { scope }, perSecond = 1000 });
        return Api.Host.ClientWith((await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString());
    }

    static async Task IsReadBy(string path, params HttpClient[] clients)
    {
        foreach (var client in clients)
            Assert.That((await client.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
    }

    /// <summary>The detail of a 403, which <see cref="OpenApi.Documented"/> holds to its type.</summary>
    static async Task<string> IsRefused(string path, HttpClient client)
    {
        var response = await client.GetAsync(path);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;
    }
}
