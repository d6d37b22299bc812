using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>A system that an earlier version filled lives on in place: champion, runs, forecasts and keys stay, nothing is trained again, and nothing is refused.</summary>
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
        Assert.That((forecast.GetProperty("modelId").GetString(), forecast.GetProperty("homeWin").GetDouble()), Is.EqualTo((Champion, 0.4601744524022253)), "what the earlier version answered");
    }

    async Task The_same_day_again_trains_nothing_and_seals_nothing_twice()
    {
        var run = await system.End(await system.Begin(new(2025, 2, 1)));
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

    async Task<long> Models()
    {
        await using var database = await system.Database();
        return await database.QuerySingleAsync<long>("select count(*) from train.model");
    }
}
