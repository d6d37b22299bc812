using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Soccer.Contracts.Progress.V1;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Promote;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Hosting;

/// <summary>Progress reports on a bus that does not answer for a while.</summary>
sealed class StageProgressSpecs
{
    static readonly Guid One = new(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Other = new(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    readonly JumpingClock clock = new(new(2025, 2, 1, 12, 0, 0, TimeSpan.Zero), limit: TimeSpan.MaxValue);
    StageHost? stage;
    SlowBus bus = null!;
    StageProgress progress = null!;

    // Both asynchronous: such a method keeps to itself what the bus notes in the flow of the call.
    [OneTimeSetUp]
    public async Task Start()
    {
        await Task.Yield();
        stage = StageHost.Of<PromoteModelConsumer>("promote", null);
    }

    [SetUp]
    public async Task Cut()
    {
        await Task.Yield();
        var (services, log) = (stage!.Services, NullLogger<StageProgress>.Instance);
        bus = new SlowBus(services.GetRequiredService<IBus>());
        progress = new StageProgress(services.GetRequiredService<IBus>(), clock, services.GetRequiredService<ServiceIdentity>(), log);
    }

    [TearDown]
    public void Connect() => bus.Dispose();

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (stage is not null)
            await stage.DisposeAsync();
    }

    [Test]
    public async Task One_waits_for_the_bus_and_of_the_rest_the_newest_of_each_run_and_step_is_kept()
    {
        Report(One, "read", 0);
        await Eventually.Happens(() => Task.FromResult(bus.Begun.Count == 1));
        for (var done = 1; done <= 1000; done++)
            foreach (var (run, step) in new[] { (One, "read"), (One, "write"), (Other, "read") })
                Report(run, step, done);
        Assert.That(bus.Begun, Has.Count.EqualTo(1), "the rest waits for the first");

        bus.Answer();
        await Eventually.Happens(() => Task.FromResult(bus.Begun.Count == 4));
        Assert.That(bus.Begun.Select(report => (report.RunId, report.Step, report.Done)),
            Is.EqualTo(new[] { (One, "read", 0L), (One, "read", 1000), (One, "write", 1000), (Other, "read", 1000) }));
    }

    [Test]
    public async Task Of_more_steps_than_may_wait_the_oldest_are_dropped()
    {
        Report(One, "first", 0);
        await Eventually.Happens(() => Task.FromResult(bus.Begun.Count == 1));
        for (var step = 0; step < 1000; step++)
            Report(One, $"{step}", 1);
        bus.Answer();
        await Eventually.Happens(() => Task.FromResult(bus.Begun.LastOrDefault()?.Step == "999"));
        Assert.That(bus.Begun.Skip(1).Select(report => report.Step), Is.EqualTo(Enumerable.Range(900, 100).Select(step => $"{step}")));
    }

    [Test]
    public async Task What_is_reported_later_is_published_too()
    {
        bus.Answer();
        for (var step = 0; step < 5; step++)
        {
            Report(One, $"{step}", 1);
            var published = step + 1;
            await Eventually.Happens(() => Task.FromResult(bus.Begun.Count == published));
        }
    }

    void Report(Guid run, string step, long done)
    {
        clock.Move(TimeSpan.FromSeconds(1));
        progress.Report(run, step, done, 2000);
    }

    /// <summary>Lets nothing pass until it answers.</summary>
    sealed class SlowBus : IPublishObserver, IDisposable
    {
        readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly ConnectHandle observing;

        public SlowBus(IBus bus) => observing = bus.ConnectPublishObserver(this);

        /// <summary>The reports whose publishing has begun.</summary>
        public ConcurrentQueue<StageProgressed> Begun { get; } = [];

        public void Answer() => connected.TrySetResult();

        public Task PrePublish<T>(PublishContext<T> context) where T : class
        {
            if (context.Message is StageProgressed report)
                Begun.Enqueue(report);
            return connected.Task;
        }

        public Task PostPublish<T>(PublishContext<T> context) where T : class => Task.CompletedTask;

        public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;

        public void Dispose()
        {
            Answer();
            observing.Dispose();
        }
    }
}
