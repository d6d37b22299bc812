using System.Collections.Concurrent;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Soccer.Contracts;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Progress.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.Hosting;
using Soccer.Hosting.Bus;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Hosting;

/// <summary>What a service logs about the messages that it consumes.</summary>
[Parallelizable(ParallelScope.All)]
sealed class RunLogSpecs
{
    static readonly Guid RunId = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    static readonly DateTime At = new(2025, 2, 1, 12, 0, 0, DateTimeKind.Utc);
    static readonly Run Run = new(RunId, new DateOnly(2025, 2, 1), "a test", "nobody");

    [Test]
    public async Task A_stage_logs_the_start_and_the_end_of_a_message_of_a_run_and_the_run_is_in_scope() => Assert.That(
        await Logged("validate", Superseded("")), Is.EqualTo(new[]
        {
            $"Information validate began SnapshotSuperseded [run {RunId}]",
            $"Information validate ended SnapshotSuperseded after 2.5 s: consumed [run {RunId}]",
        }));

    [Test]
    public async Task What_fails_ends_with_its_reason() => Assert.That(
        await Logged("validate", Superseded("the disk is full")), Is.EqualTo(new[]
        {
            $"Information validate began SnapshotSuperseded [run {RunId}]",
            $"Error validate ended SnapshotSuperseded after 2.5 s: faulted, the disk is full [run {RunId}]",
        }));

    // Pasted without an envelope: it has no conversation of its own.
    [Test]
    public async Task A_command_that_names_its_run_belongs_to_it() => Assert.That(
        await Logged("ingest", new StartRun(RunId)), Is.EqualTo(new[]
        {
            $"Information ingest began StartRun [run {RunId}]",
            $"Information ingest ended StartRun after 2.5 s: consumed [run {RunId}]",
        }));

    [Test]
    public async Task Requests_and_progress_reports_are_not_logged() => Assert.Multiple(async () =>
    {
        Assert.That(await Logged("predict", new PredictMatch(RunId, "E0", "Home", "Away", null, At)), Is.Empty);
        Assert.That(await Logged("predict", new StageProgressed(RunId, "train", "fit", 1, 2, At)), Is.Empty);
        Assert.That(await Logged("ingest", new StartRun()), Is.Empty, "it has no id yet, and comes again with one");
    });

    [Test]
    public async Task The_ledger_does_not_repeat_what_the_stages_log() => Assert.That(await Logged("api", Superseded("")), Is.Empty);

    static SnapshotSuperseded Superseded(string failure) =>
        new(Run, failure, 1, 2, new StepTime("code", At, 1, false));

    static async Task<string[]> Logged(string service, object message)
    {
        var lines = new Lines();
        var clock = new JumpingClock(new(2025, 2, 1, 12, 0, 0, TimeSpan.Zero), limit: TimeSpan.MaxValue);
        await using var provider = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders().AddProvider(lines).AddFilter("MassTransit", LogLevel.None))
            .AddSingleton(new ServiceIdentity(service, "code")).AddSingleton<ServiceMeter>()
            .AddSingleton<TimeProvider>(clock).AddSingleton(clock)
            .AddMassTransitTestHarness(bus =>
            {
                bus.AddConsumer<Worker>();
                bus.UsingInMemory((context, memory) =>
                {
                    memory.UseMessageLog(context);
                    memory.ConfigureEndpoints(context);
                });
            })
            .BuildServiceProvider();
        var harness = provider.GetRequiredService<ITestHarness>();
        await harness.Start();
        await harness.Bus.Publish(message, message.GetType());
        await harness.InactivityTask;
        return [.. lines.Written];
    }

    sealed class Worker(JumpingClock clock) :
        IConsumer<SnapshotSuperseded>, IConsumer<StartRun>, IConsumer<PredictMatch>, IConsumer<StageProgressed>
    {
        public Task Consume(ConsumeContext<SnapshotSuperseded> context) => Work(context.Message.SnapshotId);

        public Task Consume(ConsumeContext<StartRun> context) => Work();

        public Task Consume(ConsumeContext<PredictMatch> context) => Work();

        public Task Consume(ConsumeContext<StageProgressed> context) => Work();

        Task Work(string failure = "")
        {
            clock.Move(TimeSpan.FromSeconds(2.5));
            return failure == "" ? Task.CompletedTask : Task.FromException(new IOException(failure));
        }
    }

    /// <summary>Log lines with the run of their scope.</summary>
    sealed class Lines : ILoggerProvider, ISupportExternalScope
    {
        IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public ConcurrentQueue<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(this);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose() => Written.Clear();

        sealed class Logger(Lines lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => lines.scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var run = "";
                lines.scopes.ForEachScope((scope, _) =>
                {
                    if (scope is IReadOnlyList<KeyValuePair<string, object?>> members && members.Any(member => member.Key == "RunId"))
                        run = $" [run {members.First(member => member.Key == "RunId").Value}]";
                }, 0);
                lines.Written.Enqueue($"{logLevel} {formatter(state, exception)}{run}");
            }
        }
    }
}
