using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>The whole cascade through the real broker and database, each service a process, on a tiny simulated world.</summary>
[TestFixture]
sealed class CascadeSpecs
{
    ScratchSystem system = null!;
    RunOutcome first = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        Surroundings.Need();
        system = await ScratchSystem.Start(Worlds.Tiny);
        first = await system.Run(Worlds.Day);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (system is not null)
            await system.DisposeAsync();
    }

    [Test]
    public async Task A_run_ends_in_a_champion_and_a_forecast_for_every_fixture_of_the_week()
    {
        Assert.That(first.Status, Is.EqualTo("completed"), first.Failure);
        Assert.That(first.Fixtures, Is.Positive);
        Assert.That(first.Forecasts, Is.EqualTo(first.Fixtures));
        Assert.That(first.Count("promote", "promoted"), Is.EqualTo(1));

        using var api = system.Api;
        var fixtures = (await api.GetFromJsonAsync<JsonElement>("v1/fixtures")).GetProperty("fixtures").EnumerateArray().ToList();
        Assert.That(fixtures, Has.Count.EqualTo(first.Fixtures));
        Assert.That(fixtures.Select(fixture => Sum(fixture)), Is.All.EqualTo(1).Within(2e-6), "shown with six decimals");
    }

    [Test]
    public async Task The_same_run_again_ends_unchanged()
    {
        var again = await system.Run(Worlds.Day);
        Assert.That(again.Status, Is.EqualTo("unchanged"));
        Assert.That(again.Content, Is.EqualTo(first.Content));
    }

    [Test]
    public async Task A_forced_run_computes_everything_again_and_gives_the_same_hashes()
    {
        var forced = await system.Run(Worlds.Day, "always", force: true);
        Assert.That(forced.Status, Is.EqualTo("completed"), forced.Failure);
        Assert.That(forced.Content, Is.EqualTo(first.Content));
        Assert.That(forced.DatasetVersion, Is.EqualTo(first.DatasetVersion));
        string[] computed = ["validate", "featurize", "train", "predict", "drift-check"];
        Assert.That(computed.Select(forced.Remembered), Is.All.False);
    }

    [Test]
    public async Task StartRun_pasted_as_JSON_into_the_management_page_runs_the_cascade()
    {
        await system.Paste("ingest-snapshot", """{ "asOf": "2025-02-01", "reason": "pasted", "training": "Never" }""");
        using var api = system.Api;
        Guid? pasted = null;
        await Eventually.Happens("a pasted run is in the ledger", async () =>
        {
            var runs = (await api.GetFromJsonAsync<JsonElement>("v1/runs")).GetProperty("runs").EnumerateArray();
            pasted = runs.Where(run => run.GetProperty("reason").GetString() == "pasted").Select(run => (Guid?)run.GetProperty("id").GetGuid()).FirstOrDefault();
            return pasted is not null;
        }, TimeSpan.FromSeconds(60));
        Assert.That((await system.End(pasted!.Value)).Status, Is.EqualTo("unchanged"));
    }

    [Test]
    public async Task Any_two_known_teams_can_be_forecast()
    {
        using var api = system.Api;
        var fixture = (await api.GetFromJsonAsync<JsonElement>("v1/fixtures")).GetProperty("fixtures")[0];
        var (home, away) = (fixture.GetProperty("away").GetString(), fixture.GetProperty("home").GetString());
        var accepted = await api.PostAsJsonAsync("v1/predictions", new { home, away });
        Assert.That((int)accepted.StatusCode, Is.EqualTo(202));
        JsonElement answer = default;
        await Eventually.Happens("the prediction is answered", async () =>
        {
            answer = await api.GetFromJsonAsync<JsonElement>(accepted.Headers.Location);
            return answer.GetProperty("status").GetString() != "pending";
        }, TimeSpan.FromSeconds(30));
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("done"), answer.ToString());
    }

    static double Sum(JsonElement fixture) =>
        new[] { "homeWin", "draw", "awayWin" }.Sum(outcome => fixture.GetProperty(outcome).GetProperty("probability").GetDouble());
}
