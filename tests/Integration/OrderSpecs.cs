using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Contracts;
using Soccer.Contracts.Ingest.V1;
using Soccer.Hosting.Bus;
using Soccer.Integration.Tests.Scratch;
using Soccer.Tables.Featurize;

namespace Soccer.Integration.Tests;

/// <summary>Messages that overlap, come late, or can't be read.</summary>
[TestFixture]
sealed class OrderSpecs : AfterFirstRun
{
    [Test]
    public async Task Two_overlapping_runs_both_end_and_the_newer_one_has_its_forecasts()
    {
        var (one, other) = (NextWeek(), NextWeek());
        await Running.MoveSource(one);
        var earlier = await Running.Begin(one);
        await Eventually.Happens("the first snapshot is taken", async () =>
        {
            using var api = Running.Api;
            var runs = await api.GetFromJsonAsync<JsonElement>($"v1/runs/{earlier}");
            return runs.GetProperty("stages")[0].GetProperty("state").GetString() == "done";
        }, TimeSpan.FromSeconds(60));
        await Running.MoveSource(other);
        var later = await Running.Begin(other);

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
            return incidents.EnumerateArray().Any(incident => incident.GetProperty("kind").GetString() == "undecodable");
        }, TimeSpan.FromSeconds(60));
        Assert.That((await Running.Run(NextWeek())).Status, Is.EqualTo("completed"), "the queue goes on");
    }

    [Test]
    public async Task A_source_that_comes_back_to_an_earlier_state_is_worked_through_again()
    {
        var (earlier, later) = (NextWeek(), NextWeek());
        var before = await Running.Run(later);
        var back = await Running.Run(earlier);
        var again = await Running.Run(later);
        Assert.That(back.DatasetHash, Is.Not.EqualTo(before.DatasetHash));
        Assert.That(again.Status, Is.EqualTo("completed"), again.Failure);
        Assert.That(again.DatasetHash, Is.EqualTo(before.DatasetHash));
        Assert.That(again.DatasetVersion, Is.GreaterThan(back.DatasetVersion));
        await using var database = await Running.Database();
        var newest = await FeatureSets.Newest(database, CancellationToken.None);
        Assert.That((newest!.DatasetVersion, newest.Hash), Is.EqualTo((again.DatasetVersion, again.FeatureSetHash)), "what a question without a version is answered from");
    }

    static async Task Publish<T>(T message, Guid conversation) where T : class
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
