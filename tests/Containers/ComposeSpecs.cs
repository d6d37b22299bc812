using System.Text.Json;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Containers.Tests;

/// <summary>
/// compose.yaml on a real engine: a database that an earlier version filled lives on in the images of today, a run goes through, crashes
/// are mended, and the volumes keep everything.
/// </summary>
[TestFixture]
sealed class ComposeSpecs
{
    const string Champion = "f3a5426a5cac50956c5d3a54c1f3b270742111b014a8b34a482ec6b9937a67bc";

    ComposedSystem system = null!;

    [OneTimeSetUp]
    public async Task Build() => system = await ComposedSystem.Build(await Engine.Start());

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (system is not null)
            await system.DisposeAsync();
    }

    [Test]
    public async Task The_system_lives_on_in_containers()
    {
        await system.Restore("tests/Integration/Upgrades/fa02c39.dump");
        await system.Up();
        await Containers_are_closed();
        await The_earlier_champion_forecasts_the_same_day();
        await Crashes_during_a_forced_run_cost_a_repeat();
        await Taken_down_and_up_again_everything_is_there();
        await Prometheus_sees_every_service();
    }

    /// <summary>No root, no writing beside volumes, no rights, for every container.</summary>
    async Task Containers_are_closed()
    {
        var containers = await system.Docker("ps", "--quiet");
        var told = await system.Docker(
            ["inspect", "--format", "{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.Memory}} {{.Config.User}}", .. containers.Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
        var lines = told.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(12));
        Assert.That(lines, Has.All.Match(@"^true \[ALL\] [1-9][0-9]+ (soccer|999:999)$"));
    }

    async Task The_earlier_champion_forecasts_the_same_day()
    {
        await system.Run();
        var run = await Newest();
        Assert.That((Status(run), Model(run), Forecasts(run)), Is.EqualTo(("completed", Champion, 5)));
        Assert.That(await Runs(), Is.EqualTo(5), "four of the earlier version's, and this one");
    }

    async Task Crashes_during_a_forced_run_cost_a_repeat()
    {
        var forced = system.Run("--force");
        await Eventually.Happens("the run is on its way", async () => await Runs() == 6 && (await Newest()).GetProperty("stages").EnumerateArray().Any(Ended), TimeSpan.FromMinutes(4));
        await system.Kill("train", "validate", "predict");
        await system.Kill("rabbitmq", "postgres");
        await system.AllAreHealthy();
        await forced;
        var run = await Newest();
        Assert.That((Status(run), Forecasts(run)), Is.EqualTo(("completed", 5)));
    }

    async Task Taken_down_and_up_again_everything_is_there()
    {
        var (runs, forecasts) = (await system.AskApi("v1/runs"), await system.AskApi("v1/fixtures"));
        await system.Compose("down");
        Assert.That(await system.Docker("ps", "--all", "--quiet"), Is.Empty);
        await system.Up();
        Assert.That((await system.AskApi("v1/runs")).ToString(), Is.EqualTo(runs.ToString()));
        Assert.That((await system.AskApi("v1/fixtures")).ToString(), Is.EqualTo(forecasts.ToString()));
    }

    async Task Prometheus_sees_every_service()
    {
        await system.Compose("up", "--no-build", "--detach", "prometheus", "alertmanager");
        await system.AllAreHealthy(14);
        await Eventually.Happens("Prometheus reaches nine services and the broker", async () =>
        {
            var targets = (await system.AskPrometheus("api/v1/targets")).GetProperty("data").GetProperty("activeTargets").EnumerateArray().ToList();
            return targets.Count == 10 && targets.All(target => target.GetProperty("health").GetString() == "up");
        }, TimeSpan.FromMinutes(2));
    }

    async Task<JsonElement> Newest()
    {
        var runs = await system.AskApi("v1/runs");
        return await system.AskApi($"v1/runs/{runs.GetProperty("runs")[0].GetProperty("id").GetString()}");
    }

    async Task<int> Runs() => (await system.AskApi("v1/runs")).GetProperty("runs").GetArrayLength();

    static bool Ended(JsonElement stage) => stage.GetProperty("stage").GetString() == "ingest";

    static string? Status(JsonElement run) => run.GetProperty("status").GetString();

    static string? Model(JsonElement run) => run.GetProperty("model").GetProperty("id").GetString();

    static int Forecasts(JsonElement run) => run.GetProperty("forecasts").GetProperty("forecasts").GetInt32();
}
