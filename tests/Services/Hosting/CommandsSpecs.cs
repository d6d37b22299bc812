using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Soccer.Contracts.Ingest.V1;
using Soccer.Hosting.Bus;

namespace Soccer.Services.Tests.Hosting;

/// <summary>What is known of a command that the broker has not confirmed.</summary>
[Parallelizable(ParallelScope.All)]
sealed class CommandsSpecs
{
    // The port 1 is nobody's; the limit of 5 s is waited for in earnest.
    [Test]
    public async Task Was_not_started_where_there_is_no_connection()
    {
        var error = await Sent(Settings("127.0.0.1", "1", "none", "none"));
        Assert.That((error.IsInDoubt, error.Message), Is.EqualTo((false, "the broker did not take the command for ingest-snapshot: there was no connection in 5 s")));
    }

    [Test]
    public async Task Was_not_started_where_it_comes_back()
    {
        var error = await Sent(new MessageReturnedException("there is no such queue"));
        Assert.That((error.IsInDoubt, error.Message), Is.EqualTo((false, "the broker did not take the command for ingest-snapshot: there is no such queue")));
    }

    [Test]
    public async Task Is_in_doubt_where_the_connection_is_lost_after_it_was_handed_over()
    {
        var error = await Sent(new IOException("the connection was closed"));
        Assert.That((error.IsInDoubt, error.Message), Is.EqualTo((true, "the broker did not confirm the command for ingest-snapshot: the connection was closed")));
    }

    [Test]
    public async Task Is_in_doubt_where_no_confirmation_comes_in_time()
    {
        var error = await Sent(new OperationCanceledException());
        Assert.That((error.IsInDoubt, error.Message), Is.EqualTo((true, "the broker did not confirm the command for ingest-snapshot: no confirmation came in 5 s")));
    }

    [Test]
    public async Task Was_not_started_where_a_real_broker_has_no_such_queue()
    {
        var port = Environment.GetEnvironmentVariable("SOCCER_TEST_BUS_PORT");
        if (port is null)
            Assert.Ignore("no broker: run ./soccer test");
        string Of(string name) => Environment.GetEnvironmentVariable($"SOCCER_TEST_BUS_{name}")!;
        var error = await Sent(Settings(Of("HOST"), port!, Of("USERNAME"), Of("PASSWORD")), "nobody-listens-here");
        Assert.That(error.IsInDoubt, Is.False, error.Message);
        Assert.That(error.Message, Does.StartWith("the broker did not take the command for nobody-listens-here: The message was returned by RabbitMQ"));
    }

    static Dictionary<string, string?> Settings(string host, string port, string username, string password) =>
        new() { ["Bus:Host"] = host, ["Bus:Port"] = port, ["Bus:Username"] = username, ["Bus:Password"] = password };

    /// <summary>Sends a command over RabbitMQ.</summary>
    static async Task<CommandNotAcceptedException> Sent(Dictionary<string, string?> settings, string queue = StartRun.Queue)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).AddLogging().AddBus();
        await using var provider = services.BuildServiceProvider();
        var hosted = provider.GetServices<IHostedService>().ToList();
        foreach (var service in hosted)
            await service.StartAsync(CancellationToken.None);
        try
        {
            return await Sent(provider.GetRequiredService<IBus>(), queue);
        }
        finally
        {
            foreach (var service in hosted)
                await service.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Sends a command over a bus in memory, which fails when it has it in its hand.</summary>
    static async Task<CommandNotAcceptedException> Sent(Exception failure)
    {
        await using var provider = new ServiceCollection().AddMassTransitTestHarness().BuildServiceProvider(validateScopes: true);
        var harness = provider.GetRequiredService<ITestHarness>();
        await harness.Start();
        harness.Bus.ConnectSendObserver(new Failing(failure));
        return await Sent(harness.Bus, StartRun.Queue);
    }

    static async Task<CommandNotAcceptedException> Sent(IBus bus, string queue)
    {
        var run = Guid.NewGuid();
        var error = (await Assert.ThrowsAsync<CommandNotAcceptedException>(() => bus.SendCommand(queue, new StartRun(run), run, CancellationToken.None)))!;
        Assert.That((error.Queue, error.Conversation), Is.EqualTo((queue, run)));
        return error;
    }

    sealed class Failing(Exception failure) : ISendObserver
    {
        public Task PreSend<T>(SendContext<T> context) where T : class => throw failure;

        public Task PostSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

        public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class => Task.CompletedTask;
    }
}
