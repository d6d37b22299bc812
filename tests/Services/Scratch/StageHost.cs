using MassTransit;
using MassTransit.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Soccer.Services.Tests.Scratch;

/// <summary>A stage's program as it is, on a scratch database, with a bus in memory.</summary>
sealed class StageHost : IAsyncDisposable
{
    readonly IAsyncDisposable program;
    readonly Func<HttpClient> client;
    readonly IBus bus;
    readonly Deliveries deliveries = new();

    StageHost(string service, IAsyncDisposable program, Func<HttpClient> client, IServiceProvider services)
    {
        (Service, this.program, this.client, Services) = (service, program, client, services);
        bus = services.GetRequiredService<ITestHarness>().Bus;
        bus.ConnectConsumeObserver(deliveries);
        bus.ConnectPublishObserver(deliveries);
    }

    /// <summary>The service's name: drift-check.</summary>
    public string Service { get; }

    /// <summary>What the program is made of.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Starts a stage's program.</summary>
    /// <typeparam name="TConsumer">Any type of its assembly.</typeparam>
    /// <param name="service">The service's name: drift-check.</param>
    /// <param name="database">With its schema; none: one that never answers.</param>
    /// <param name="settings">Over its defaults.</param>
    /// <param name="replace">Puts other services in place.</param>
    public static StageHost Of<TConsumer>(
        string service, ScratchDatabase? database, Dictionary<string, string>? settings = null, Action<IServiceCollection>? replace = null) where TConsumer : class
    {
        var connection = database?.ConnectionOf(service) ?? "Host=127.0.0.1;Port=1;Username=none";
        var program = new StageProgram<TConsumer>(
            new(settings ?? []) { ["ConnectionStrings:Soccer"] = connection, ["Bus:Username"] = "none", ["Bus:Password"] = "none" }, replace);
        return new StageHost(service, program, program.CreateClient, program.Services);
    }

    /// <summary>Delivers a message to the stage's consumers and returns the events that they published because of it.</summary>
    /// <exception cref="StageFaultedException">The consumer gave the message up.</exception>
    public async Task<object[]> Consume(object message)
    {
        var (conversation, id) = (NewId.NextGuid(), NewId.NextGuid());
        var delivery = deliveries.Expect(conversation, id);
        await bus.Publish(message, message.GetType(), context => (context.ConversationId, context.MessageId) = (conversation, id));
        return await delivery.Events();
    }

    /// <summary>The one event that a message leads to.</summary>
    public async Task<T> Consume<T>(object message)
    {
        var events = await Consume(message);
        Assert.That(events, Has.Length.EqualTo(1).And.All.InstanceOf<T>(), string.Join("\n", events));
        return (T)events[0];
    }

    /// <summary>Its metrics.</summary>
    /// <param name="accept">The format, as the Accept header asks for it; none: plain text.</param>
    public async Task<string> Metrics(string? accept = null)
    {
        using var http = client();
        if (accept is not null)
            http.DefaultRequestHeaders.Add("Accept", accept);
        return await http.GetStringAsync("/metrics");
    }

    /// <summary>The next event of a kind, whatever it was that led to it.</summary>
    public Task<T> Next<T>(Func<T, bool>? isWanted = null) where T : class => deliveries.Next(isWanted);

    public ValueTask DisposeAsync() => program.DisposeAsync();

    sealed class StageProgram<TConsumer>(Dictionary<string, string> settings, Action<IServiceCollection>? replace) : WebApplicationFactory<TConsumer>
        where TConsumer : class
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            // Faults come to the test as exceptions.
            foreach (var category in new[] { "Default", "Microsoft", "MassTransit" })
                builder.UseSetting($"Logging:LogLevel:{category}", "None");
            builder.ConfigureTestServices(services =>
            {
                replace?.Invoke(services);
                services.AddMassTransitTestHarness();
                services.AddOptions<MassTransitHostOptions>().Configure(host => host.WaitUntilStarted = true);
            });
        }
    }
}
