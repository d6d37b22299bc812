using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Api.Tests.Ledger;
using Soccer.Hosting.Database;

namespace Soccer.Api.Tests.Http;

/// <summary>What is kept in memory of the forecasts, in two replicas of the Api on one database. Each spec has matches of its own.</summary>
public sealed partial class BoardSpecs : ApiSpecs
{
    /// <summary>Longer than a spec takes, so that only the clock that is moved by hand makes a replica look.</summary>
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(60);

    ApiHost other = null!;
    HttpClient otherHttp = null!;
    BoardCounts counts = null!;

    private protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Board:FreshForMilliseconds"] = "60000" };

    [OneTimeSetUp]
    public async Task Start()
    {
        await Api.Database.Execute("insert into validate.team values (1, 'England', 'Arsenal'), (2, 'England', 'Chelsea')");
        await Api.Database.Promote("m1");
        other = new ApiHost(Api.Database.ConnectionString) { Settings = Settings };
        otherHttp = other.CreateClient();
        await other.Services.GetRequiredService<Migrator>().Completed;
        await Refresh();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        otherHttp.Dispose();
        await other.DisposeAsync();
    }

    [SetUp]
    public void Count() => counts = new BoardCounts(Api.Host);

    [TearDown]
    public void EndCount() => counts.Dispose();

    [Test]
    public async Task An_answer_is_read_once_and_then_told_from_memory_byte_by_byte()
    {
        await Add(11);
        await Refresh();
        var first = await Api.Http.GetAsync("/v1/fixtures/11");
        var second = await Api.Http.GetAsync("/v1/fixtures/11");
        Assert.That(await second.Content.ReadAsByteArrayAsync(), Is.EqualTo(await first.Content.ReadAsByteArrayAsync()));
        Assert.That(second.Headers.ETag, Is.EqualTo(first.Headers.ETag));
        Assert.That(second.Content.Headers.ContentType!.ToString(), Is.EqualTo("application/json; charset=utf-8"));
        Assert.That((counts.Misses, counts.Hits), Is.EqualTo((1, 1)));
        Assert.That(await Api.Http.GetStringAsync("/metrics"),
            Does.Contain("soccer_forecast_cache_misses_total").And.Contain("soccer_forecast_cache_hits_total").And.Contain("soccer_forecast_cache_age_seconds_bucket{le=\"3600\"}"));
    }

    [Test]
    public async Task A_warm_answer_needs_no_database()
    {
        await Add(12);
        await Refresh();
        await Api.Http.GetAsync("/v1/fixtures/12");
        await using var locked = await Api.Database.Lock("predict.forecast", "promote.alias_log", "api._run_event", "validate.match", "validate.odds");
        Assert.That((await Api.Http.GetAsync("/v1/fixtures/12").WaitAsync(TimeSpan.FromSeconds(20))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Requests_that_come_together_for_what_is_not_in_memory_read_it_once()
    {
        await Add(13);
        await Refresh();
        await Api.Http.GetAsync("/v1/fixtures/1300");
        Task<HttpResponseMessage>[] requests;
        await using (await Api.Database.Lock("validate.odds"))
        {
            requests = [.. Enumerable.Range(0, 50).Select(_ => Api.Http.GetAsync("/v1/fixtures/13"))];
            await Eventually.Happens(() => Task.FromResult(counts.Misses + counts.Hits == 50));
            await Eventually.Happens(async () => await Api.Database.Waiting() > 0);
            Assert.That(await Api.Database.Waiting(), Is.EqualTo(1), "statements that wait for the table");
        }
        var tags = (await Task.WhenAll(requests)).Select(response => (response.StatusCode, response.Headers.ETag)).Distinct().ToList();
        Assert.That(tags, Has.Count.EqualTo(1));
        Assert.That(tags[0].StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((counts.Misses, counts.Hits), Is.EqualTo((1, 49)));
    }

    [Test]
    public async Task What_could_not_be_read_is_read_again_by_the_next_request()
    {
        await Add(14);
        await Refresh();
        await Api.Http.GetAsync("/v1/fixtures/1400");
        await Api.Database.Execute("alter table validate.odds rename to away");
        var failed = await Api.Http.GetAsync("/v1/fixtures/14");
        await Api.Database.Execute("alter table validate.away rename to odds");
        Assert.That((failed.StatusCode, (await Api.Http.GetAsync("/v1/fixtures/14")).StatusCode), Is.EqualTo((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK)));
    }

    [Test]
    public async Task A_caller_who_leaves_does_not_end_the_reading_for_others()
    {
        await Add(15);
        await Refresh();
        await Api.Http.GetAsync("/v1/fixtures/1500");
        using var leaving = new CancellationTokenSource();
        Task<HttpResponseMessage> first, second;
        await using (await Api.Database.Lock("validate.odds"))
        {
            first = Api.Http.GetAsync("/v1/fixtures/15", leaving.Token);
            await Eventually.Happens(() => Task.FromResult(counts.Misses == 1));
            second = Api.Http.GetAsync("/v1/fixtures/15");
            await Eventually.Happens(() => Task.FromResult(counts.Hits == 1));
            await leaving.CancelAsync();
            Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());
        }
        Assert.That((await second).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(counts.Misses, Is.EqualTo(1));
    }

    [Test]
    public async Task The_board_holds_as_many_matches_as_it_may_and_the_others_are_read()
    {
        await Add(22, date: "2025-02-03");
        await Add(23, date: "2025-02-20");
        await Add(24, date: "2025-01-20");
        await Refresh();
        await using var small = new ApiHost(Api.Database.ConnectionString) { Settings = new Dictionary<string, string> { ["Board:Matches"] = "1", ["Board:PastDays"] = "0" } };
        using var http = small.CreateClient();
        await small.Services.GetRequiredService<Migrator>().Completed;
        using var its = new BoardCounts(small);
        foreach (var match in (int[])[22, 22, 23, 23, 24, 24])
            Assert.That((await Answer(http, match)).GetProperty("matchId").GetInt32(), Is.EqualTo(match));
        Assert.That((its.Misses, its.Hits), Is.EqualTo((5, 1)));
    }

    /// <summary>A match of dataset 1 with its forecast.</summary>
    async Task Add(
        int id, string model = "m1", double homeWin = 0.40, int features = 5, int odds = 1, string asOf = "2025-02-01", string date = "2025-02-09", bool match = true)
    {
        await Api.Database.Forecast(match: id, "E0", date, asOf, home: 1, away: 2, model, homeWin, features: features, odds: odds);
        if (match)
            await Api.Database.Match(match: id, "E0", date, from: 1);
    }

    /// <summary>A run ends, and the moment passes after which replicas look.</summary>
    async Task Refresh(string model = "m1", int dataset = 3, string asOf = "2025-02-01")
    {
        var run = RunEvents.Any();
        // The newest of the latest day and the newest dataset counts, whatever the specs before this one had.
        newestDataset = Math.Max(newestDataset, dataset);
        var day = DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture);
        latestDay = day > latestDay ? day : latestDay;
        Api.Host.Clock.Move(TimeSpan.FromSeconds(1));
        await Api.Host.Deliver(run.Refreshed(model) with { Run = run.Run with { AsOf = latestDay }, DatasetVersion = newestDataset });
        Pass();
    }

    int newestDataset = 3;
    DateOnly latestDay;

    void Pass()
    {
        Api.Host.Clock.Move(Moment);
        other.Clock.Move(Moment);
    }

    static Task<JsonElement> Answer(HttpClient http, int match) => http.GetFromJsonAsync<JsonElement>($"/v1/fixtures/{match}");
}
