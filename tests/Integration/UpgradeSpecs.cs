using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>
/// A system that an earlier version filled lives on in place: champion, runs, forecasts and keys stay, nothing is trained again, and
/// nothing is refused.
/// </summary>
[TestFixture]
sealed class UpgradeSpecs
{
    const string Champion = "f3a5426a5cac50956c5d3a54c1f3b270742111b014a8b34a482ec6b9937a67bc";

    /// <summary>Made by the earlier version for its own database; it opens nothing else.</summary>
    const string ReadersKey = "soccer_8cf4fb3e68f0_4c267f4fdc3584ee796a06b2487716e8ecab7efb5f1a4c7503883775d578eb86";

    ScratchSystem system = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        Surroundings.Need();
        system = await ScratchSystem.Start(Worlds.Tiny, dump: "tests/Integration/Upgrades/fa02c39.dump");
        await system.MoveSource(new(2025, 2, 1));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (system is not null)
            await system.DisposeAsync();
    }

    [Test]
    public async Task Everything_stays_and_goes_on()
    {
        await Its_forecasts_are_served_with_edges_that_start_from_the_price();
        await Its_runs_are_listed_and_say_what_they_knew();
        await Its_keys_open_and_its_team_state_answers();
        await The_same_day_again_trains_nothing_and_seals_nothing_twice();
        await The_next_run_names_no_day_settles_its_forecasts_and_keeps_its_champion();
        await A_run_that_had_claimed_a_day_to_come_does_not_serve_for_ever();
    }

    async Task Its_forecasts_are_served_with_edges_that_start_from_the_price()
    {
        using var api = system.Api;
        var list = await api.GetFromJsonAsync<JsonElement>("v1/fixtures");
        var fixtures = list.GetProperty("fixtures").EnumerateArray().ToList();
        Assert.That((list.GetProperty("asOf").GetString(), list.GetProperty("toComeFrom").GetDateTime()), Is.EqualTo(("2025-02-01", new DateTime(2025, 2, 2, 0, 0, 0, DateTimeKind.Utc))));
        Assert.That(fixtures.Select(match => (match.GetProperty("modelId").GetString(), match.GetProperty("edgeKind").GetString())), Is.EqualTo(Enumerable.Repeat((Champion, "market-aware"), 5)));
        // .472973 x 2.1 - 1: before, it was .1007, of market-memory's .524129.
        Assert.That(fixtures[0].GetProperty("homeWin").GetProperty("edge").GetDouble(), Is.EqualTo(-0.0068));
    }

    async Task Its_runs_are_listed_and_say_what_they_knew()
    {
        using var api = system.Api;
        var runs = (await api.GetFromJsonAsync<JsonElement>("v1/runs")).GetProperty("runs").EnumerateArray().ToList();
        Assert.That(runs.Select(run => (run.GetProperty("asOf").GetString(), run.GetProperty("status").GetString())), Is.EqualTo(new[]
        {
            ("2025-02-01", "completed"), ("2025-01-25", "completed"), ("2025-01-18", "completed"), ("2025-01-11", "completed"),
        }));
        var newest = await api.GetFromJsonAsync<JsonElement>($"v1/runs/{runs[0].GetProperty("id").GetGuid()}");
        Assert.That(newest.GetProperty("forecastFrom").GetDateTime(), Is.EqualTo(new DateTime(2025, 2, 2, 0, 0, 0, DateTimeKind.Utc)));
    }

    async Task Its_keys_open_and_its_team_state_answers()
    {
        using var api = system.Api;
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ReadersKey);
        var answer = await api.PostAsJsonAsync("v1/predict", new { home = "Hathecombe Utd", away = "Grimscombe", date = "2025-02-02", odds = new[] { 2.1, 3.4, 3.6 } });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        var forecast = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(forecast.GetProperty("modelId").GetString(), Is.EqualTo(Champion));
        Assert.That(forecast.GetProperty("homeWin").GetDouble(), Is.EqualTo(0.4601744524022253).Within(1e-9), "what the earlier version answered");
    }

    async Task The_same_day_again_trains_nothing_and_seals_nothing_twice()
    {
        // A command as an earlier Api sent it, which waited in the queue.
        var id = Guid.NewGuid();
        await system.Paste("ingest-snapshot", $$"""{"runId":"{{id}}","asOf":"2025-02-01","reason":"queued","requester":"api","training":"Auto","force":false,"trials":0}""");
        var run = await system.End(id);
        Assert.That((run.Status, run.ModelId, run.Forecasts, run.NewForecasts), Is.EqualTo(("completed", Champion, 5, 0)), run.Failure);
        Assert.That(await Models(), Is.EqualTo(1));
    }

    async Task The_next_run_names_no_day_settles_its_forecasts_and_keeps_its_champion()
    {
        await system.MoveSource(new(2025, 2, 8));
        using var api = system.Api;
        var accepted = await api.PostAsJsonAsync("v1/runs", new { });
        var run = await system.End((await accepted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
        Assert.That((run.Status, run.AsOf, run.ModelId), Is.EqualTo(("completed", new DateOnly(2025, 2, 8), Champion)), run.Failure);
        Assert.That(await Models(), Is.EqualTo(1));
        await using var database = await system.Database();
        Assert.That(await database.QuerySingleAsync<long>("select count(*) from drift_check.settled_forecast where date > '2025-02-01'"), Is.Positive);
        Assert.That(await database.QuerySingleAsync<long>("select count(*) from predict.forecast where forecast_from is not null"), Is.EqualTo(3 * run.Forecasts));
    }

    /// <summary>
    /// At a site that follows the real clock a run without a day used to claim today, and a mistyped day years ahead was taken. Neither
    /// outranks what is known through yesterday.
    /// </summary>
    async Task A_run_that_had_claimed_a_day_to_come_does_not_serve_for_ever()
    {
        await using var database = await system.Database();
        await database.ExecuteAsync("""
            with claimed as (
                update api._run_event set payload = jsonb_set(payload, '{run,asOf}', '"2199-12-31"'), at = '2025-02-01 08:00Z' where type = 'PredictionsRefreshed' and payload #>> '{run,asOf}' = '2025-02-01'
                returning 1
            )
            update featurize.feature_set set as_of = '2199-12-31', created_at = '2025-02-01 08:00Z' where as_of = '2025-02-01'
            """);
        using var api = system.Api;
        Assert.That((await api.GetFromJsonAsync<JsonElement>("v1/fixtures")).GetProperty("asOf").GetString(), Is.EqualTo("2025-02-08"));
        var answer = await api.PostAsJsonAsync("v1/predict", new { home = "Hathecombe Utd", away = "Grimscombe", date = "2025-02-09" });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
    }

    async Task<long> Models()
    {
        await using var database = await system.Database();
        return await database.QuerySingleAsync<long>("select count(*) from train.model");
    }
}
