using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;
using Soccer.Contracts;

namespace Soccer.Api.Tests.Http;

/// <summary>The list of runs over HTTP, on a real database.</summary>
public sealed class RunListSpecs : ApiSpecs
{
    readonly RunEvents completed = Asked("schedule", new(2025, 2, 1)), rejected = Asked("cli", new(2025, 2, 2));
    readonly Guid accepted = Guid.NewGuid();

    [OneTimeSetUp]
    public async Task Start()
    {
        foreach (var said in completed.Completed())
            await Api.Once(said);
        await Api.Once(rejected.Ingested());
        await Api.Once(rejected.Rejected());
        await Api.Database.Execute($"""
            insert into api._run
            values ('{accepted}', null, 'later', 'api', 'never', true, 'accepted', '2025-02-03 12:00Z', now() + interval '1 day');
            update api._run set accepted_at = '2025-02-01 20:00Z' where run_id = '{completed.Run.Id}';
            update api._run set accepted_at = '2025-02-02 07:00Z' where run_id = '{rejected.Run.Id}';
            """);
    }

    [Test]
    public async Task A_run_says_when_it_began_and_ended_and_from_when_on_it_forecasts()
    {
        var run = await Line(completed.Run.Id);
        Assert.That(run.GetProperty("startedAt").GetDateTime(), Is.EqualTo(new DateTime(2025, 2, 1, 20, 0, 0, DateTimeKind.Utc)));
        Assert.That(run.GetProperty("endedAt").GetDateTime(), Is.EqualTo(new DateTime(2025, 2, 1, 20, 0, 42, DateTimeKind.Utc)));
        Assert.That(run.GetProperty("seconds").GetDouble(), Is.EqualTo(42));
        Assert.That(run.GetProperty("forecastFrom").GetDateTime(), Is.EqualTo(new DateTime(2025, 2, 2, 0, 0, 0, DateTimeKind.Utc)));
        Assert.That((run.GetProperty("failure").GetString(), run.GetProperty("training").GetString()), Is.EqualTo(((string?)null, "auto")));
    }

    [Test]
    public async Task A_run_that_failed_says_why() => Assert.That(
        (await Line(rejected.Run.Id)).GetProperty("failure").GetString(),
        Is.EqualTo("domain: share of rows in quarantine is 0.31, at most 0.05"));

    [Test]
    public async Task A_run_that_no_stage_has_begun_has_no_times()
    {
        var run = await Line(accepted);
        string[] times = ["startedAt", "endedAt", "seconds", "forecastFrom", "failure"];
        Assert.That(times.Select(name => run.GetProperty(name).ValueKind), Is.All.EqualTo(JsonValueKind.Null));
        Assert.That((run.GetProperty("training").GetString(), run.GetProperty("force").GetBoolean()), Is.EqualTo(("never", true)));
    }

    [TestCase("", "later", "rejected", "completed")]
    [TestCase("?requester=Schedule", "completed")]
    [TestCase("?requester=nobody")]
    [TestCase("?since=2025-02-02", "later", "rejected")]
    [TestCase("?since=2025-02-02T07:00:00Z", "later", "rejected")]
    [TestCase("?since=2025-02-02T07:00:01Z", "later")]
    [TestCase("?until=2025-02-02", "rejected", "completed")]
    [TestCase("?until=2025-02-02T07:00Z", "completed")]
    [TestCase("?since=2025-02-02&until=2025-02-02", "rejected")]
    [TestCase("?asOf=2025-02-02", "rejected")]
    [TestCase("?status=completed&asOf=2025-02-02")]
    [TestCase("?limit=1&until=2025-02-02", "rejected")]
    public async Task Are_those_that_were_asked_for_the_newest_first(string query, params string[] runs)
    {
        var found = (await Runs(query)).Select(run =>
            run.GetProperty("reason").GetString() == "later" ? "later" : run.GetProperty("status").GetString());
        Assert.That(found, Is.EqualTo(runs));
    }

    [TestCase("since=yesterday", "since")]
    [TestCase("since=2025-02-01T07:00:00", "since")]
    [TestCase("until=1890-01-01T00:00:00Z", "until")]
    [TestCase("since=2025-02-02&until=2025-02-01", "until")]
    [TestCase("asOf=2025-02-30", "asOf")]
    public async Task What_is_no_time_is_named(string query, string field)
    {
        var answer = await Api.Http.GetAsync($"/v1/runs?{query}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString(), Is.EqualTo(field));
    }

    [Test]
    public async Task A_run_says_who_asked_when_and_why()
    {
        var run = await Api.Answer(completed.Run.Id);
        Assert.That((run.GetProperty("requester").GetString(), run.GetProperty("reason").GetString()), Is.EqualTo(("schedule", "a test")));
        Assert.That(run.GetProperty("acceptedAt").GetDateTime(), Is.EqualTo(new DateTime(2025, 2, 1, 20, 0, 0, DateTimeKind.Utc)));
    }

    async Task<JsonElement> Line(Guid run) => (await Runs("")).Single(line => line.GetProperty("id").GetGuid() == run);

    async Task<IEnumerable<JsonElement>> Runs(string query) =>
        (await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/runs{query}")).GetProperty("runs").EnumerateArray();

    static RunEvents Asked(string requester, DateOnly asOf) => new(new Run(Guid.NewGuid(), asOf, "a test", requester));
}
