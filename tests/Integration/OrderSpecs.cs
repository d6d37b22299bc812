using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Contracts;
using Soccer.Contracts.Ingest.V1;
using Soccer.Hosting.Bus;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>Messages that overlap, come late, or can't be read.</summary>
[TestFixture]
sealed class OrderSpecs : AfterFirstRun
{
    [Test]
    public async Task Two_overlapping_runs_both_end_and_the_newer_one_has_its_forecasts()
    {
        await Running.MoveSource(Worlds.Day.AddDays(7));
        var earlier = await Running.Begin(Worlds.Day.AddDays(7));
        await Eventually.Happens("the first snapshot is taken", async () =>
        {
            using var api = Running.Api;
            var runs = await api.GetFromJsonAsync<JsonElement>($"v1/runs/{earlier}");
            return runs.GetProperty("stages")[0].GetProperty("state").GetString() == "done";
        }, TimeSpan.FromSeconds(60));
        await Running.MoveSource(Worlds.Day.AddDays(14));
        var later = await Running.Begin(Worlds.Day.AddDays(14));

        var (first, second) = (await Running.End(earlier), await Running.End(later));
        Assert.That(first.Status, Is.EqualTo("completed").Or.EqualTo("superseded"), first.Failure);
        Assert.That(second.Status, Is.EqualTo("completed"), second.Failure);
        Assert.That(second.Forecasts, Is.EqualTo(second.Fixtures).And.Positive);
    }

    [Test]
    public async Task An_older_snapshot_that_arrives_late_ends_its_run_as_superseded()
    {
        var run = new Run(NewId.NextGuid(), Worlds.Day, "late", "test", Training.Never);
        await Publish(new SnapshotIngested(run, new string('0', 64), 0, 1, 1, 0, 0, [], new StepTime("test", default, 0, false)), run.Id);
        var ended = await Running.End(run.Id);
        Assert.That(ended.Status, Is.EqualTo("superseded"), ended.Failure);
    }

    [Test]
    public async Task A_message_that_nobody_can_read_lies_in_the_error_queue_and_is_an_incident()
    {
        await Running.Paste("validate-snapshot", "this is not JSON");
        using var api = Running.Api;
        await Eventually.Happens("the incident is listed", async () =>
        {
            var incidents = (await api.GetFromJsonAsync<JsonElement>("v1/incidents")).GetProperty("incidents");
            return incidents.GetArrayLength() > 0;
        }, TimeSpan.FromSeconds(60));
        Assert.That((await Running.Run(Worlds.Day.AddDays(21))).Status, Is.EqualTo("completed"), "the queue goes on");
    }

    async Task Publish<T>(T message, Guid conversation) where T : class
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Running.BusSettings).Build());
        services.AddBus();
        await using var provider = services.BuildServiceProvider();
        var bus = provider.GetRequiredService<IBusControl>();
        await bus.StartAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        await bus.Publish(message, context => context.ConversationId = conversation);
        await bus.StopAsync();
    }
}
