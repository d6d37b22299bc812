using System.Net;
using System.Net.Http.Json;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>The broker or the database goes away in the middle of everything, and comes back.</summary>
[TestFixture]
sealed class AwaySpecs : AfterFirstRun
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    [Test]
    public async Task Without_a_database_services_are_not_ready_and_a_run_goes_on_when_it_is_back()
    {
        await Running.MoveSource(Worlds.Day.AddDays(7));
        var run = await Running.Begin(Worlds.Day.AddDays(7), "always");
        Running.Postgres.Cut();
        await Eventually.Happens("nobody is ready", async () => !await IsReady("Validate") && !await IsReady("Train"), TimeSpan.FromSeconds(60));
        Assert.That(await IsAlive("Validate"), "the process itself is well");
        Running.Postgres.Mend();

        var ended = await Running.End(run);
        Assert.That(ended.Status, Is.EqualTo("completed"), ended.Failure);
        Assert.That(ended.Forecasts, Is.EqualTo(ended.Fixtures));
    }

    [Test]
    public async Task Without_a_broker_a_command_is_refused_and_what_was_accepted_goes_on_when_it_is_back()
    {
        await Running.MoveSource(Worlds.Day.AddDays(14));
        var run = await Running.Begin(Worlds.Day.AddDays(14), "always");
        Running.Bus.Cut();
        await Eventually.Happens("nobody is ready", async () => !await IsReady("Validate") && !await IsReady("Api"), TimeSpan.FromSeconds(60));
        using var api = Running.Api;
        var refused = await api.PostAsJsonAsync("v1/runs", new { });
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable), await refused.Content.ReadAsStringAsync());
        Running.Bus.Mend();

        var ended = await Running.End(run);
        Assert.That(ended.Status, Is.EqualTo("completed"), ended.Failure);
    }

    async Task<bool> IsReady(string service) => (await Http.GetAsync(new Uri(Running[service].Url, "health/ready"))).IsSuccessStatusCode;

    async Task<bool> IsAlive(string service) => (await Http.GetAsync(new Uri(Running[service].Url, "health/live"))).IsSuccessStatusCode;
}
