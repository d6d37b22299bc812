using MassTransit;
using MassTransit.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Api.Ledger;
using Soccer.Api.Tests.OpenApi;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Train.V1;

namespace Soccer.Api.Tests;

/// <summary>The Api as it is, with a bus in memory and a clock that stands until it is moved.</summary>
sealed class ApiHost(string database) : WebApplicationFactory<LedgerConsumer>
{
    /// <summary>An Api whose database never answers.</summary>
    public static ApiHost WithoutDatabase(params (string Name, string Value)[] settings) => new("Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1")
    {
        Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value),
    };

    /// <summary>The operator's key, which clients send unless they are anonymous.</summary>
    public const string AdminKey = "the operator's key of a test";

    /// <summary>Whether the broker refuses every command.</summary>
    public bool Refuses { get; init; }

    /// <summary>The connection is lost with the command, before the broker has confirmed it.</summary>
    public static Task LosesConnection() => throw new IOException("the connection was closed");

    /// <summary>What happens to a command on its way to the broker, which has it then. Nothing, at first.</summary>
    public Func<Task>? Sending { get; init; }

    /// <summary>What else a test registers.</summary>
    public Action<IServiceCollection>? Registers { get; init; }

    /// <summary>Settings of the Api's own.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>What Predict would answer to somebody who waits. Nothing, at first.</summary>
    public Func<ConsumeContext<PredictMatchNow>, Task> AnswerNow { get; set; } = _ => Task.CompletedTask;

    /// <summary>What Predict would answer to somebody who asks why. Nothing, at first.</summary>
    public Func<ConsumeContext<ExplainForecast>, Task> AnswerWhy { get; set; } = _ => Task.CompletedTask;

    public HandClock Clock { get; } = new();

    public ITestHarness Bus => Services.GetRequiredService<ITestHarness>();

    readonly Deliveries deliveries = new();
    ConnectHandle? observing;

    /// <summary>Publishes an event and waits until the Api has consumed it as often as it came.</summary>
    public Task Deliver(object message, int times = 1) =>
        Observed().Deliver(id => Bus.Bus.Publish(message, message.GetType(), context => context.MessageId = id), times);

    /// <summary>The same for a contract that is an interface, by its members.</summary>
    public Task Deliver<T>(object members, int times = 1) where T : class =>
        Observed().Deliver(id => Bus.Bus.Publish<T>(members, context => context.MessageId = id), times);

    Deliveries Observed()
    {
        observing ??= Bus.Bus.ConnectConsumeObserver(deliveries);
        return deliveries;
    }

    protected override void ConfigureClient(HttpClient client)
    {
        base.ConfigureClient(client);
        client.DefaultRequestHeaders.Authorization = new("Bearer", AdminKey);
    }

    /// <summary>A client whose answers are held against the document.</summary>
    public new HttpClient CreateClient() => CreateDefaultClient(new Documented());

    /// <summary>A client with another key, or without any.</summary>
    public HttpClient ClientWith(string? key)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = key is null ? null : new("Bearer", key);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Predictions:NowSeconds", "5").UseSetting("Predictions:KnownForSeconds", "0");
        builder.UseSetting("Access:AdminKey", AdminKey).UseSetting("Access:AdminPerSecond", "100000");
        builder.UseSetting("ConnectionStrings:Soccer", database).UseSetting("Bus:Username", "none").UseSetting("Bus:Password", "none");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            Registers?.Invoke(services);
            services.AddMassTransitTestHarness(bus =>
            {
                if (Refuses)
                {
                    bus.UsingInMemory((_, memory) => memory.ConfigureSend(send =>
                        send.UseExecute(_ => throw new MessageReturnedException("the message was returned"))));
                    return;
                }
                if (Sending is not null)
                    bus.AddSendObserver(_ => new OnTheWay(Sending));
                // Those who take the commands.
                bus.AddHandler((ConsumeContext<StartRun> _) => Task.CompletedTask).Endpoint(endpoint => endpoint.Name = StartRun.Queue);
                bus.AddHandler((ConsumeContext<PredictMatch> _) => Task.CompletedTask).Endpoint(endpoint => endpoint.Name = PredictMatch.Queue);
                bus.AddHandler((ConsumeContext<PredictMatches> _) => Task.CompletedTask).Endpoint(endpoint => endpoint.Name = PredictMatches.Queue);
                bus.AddHandler((ConsumeContext<PredictMatchNow> question) => AnswerNow(question)).Endpoint(endpoint => endpoint.Name = PredictMatchNow.Queue);
                bus.AddHandler((ConsumeContext<ExplainForecast> question) => AnswerWhy(question)).Endpoint(endpoint => endpoint.Name = ExplainForecast.Queue);
                bus.AddHandler((ConsumeContext<RunBacktest> _) => Task.CompletedTask).Endpoint(endpoint => endpoint.Name = RunBacktest.Queue);
            });
        });
    }
}

/// <summary>What happens to every command on its way.</summary>
sealed class OnTheWay(Func<Task> sending) : ISendObserver
{
    public Task PreSend<T>(SendContext<T> context) where T : class => sending();

    public Task PostSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

    public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class => Task.CompletedTask;
}

/// <summary>A clock that is as far ahead of the real one as it was moved.</summary>
sealed class HandClock : TimeProvider
{
    TimeSpan ahead;

    public void Move(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(ahead.TotalSeconds * TimestampFrequency);
}
