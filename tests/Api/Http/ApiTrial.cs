using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using MassTransit.Events;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Hosting.Database;

namespace Soccer.Api.Tests.Http;

/// <summary>The Api on a database of its own, with the ledger's messages going in and HTTP coming out.</summary>
sealed class ApiTrial : IAsyncDisposable
{
    ApiTrial(ScratchDatabase database, IReadOnlyDictionary<string, string> settings, bool onSocket)
    {
        (Database, Host) = (database, new ApiHost(database.ConnectionString) { Settings = settings });
        if (onSocket)
            Host.UseKestrel(0);
        Http = Host.CreateClient();
    }

    public ScratchDatabase Database { get; }

    public ApiHost Host { get; }

    public HttpClient Http { get; }

    /// <summary>Starts it, and waits for its tables; skips the test where there is no database server.</summary>
    /// <param name="settings">Settings of its own, by their keys.</param>
    /// <param name="onSocket">Whether it is the real server that answers, at a port of loopback.</param>
    public static async Task<ApiTrial> Start(IReadOnlyDictionary<string, string>? settings = null, bool onSocket = false)
    {
        var trial = new ApiTrial(await ScratchDatabase.Create(), settings ?? new Dictionary<string, string>(), onSocket);
        await trial.Host.Services.GetRequiredService<Migrator>().Completed;
        return trial;
    }

    public Task Once(object pipelineEvent) => Host.Deliver(pipelineEvent);

    public Task Twice(object pipelineEvent) => Host.Deliver(pipelineEvent, times: 2);

    /// <summary>What the bus says, twice, of a message that a stage gave up.</summary>
    public Task Fault<T>(T message, string reason) where T : class => Host.Deliver<Fault<T>>(new
    {
        FaultId = NewId.NextGuid(),
        Timestamp = Host.Clock.GetUtcNow().UtcDateTime,
        Message = message,
        Exceptions = new[] { new FaultExceptionInfo(new InvalidOperationException(reason)) },
    }, times: 2);

    /// <summary>A run as the ledger tells it.</summary>
    public async Task<JsonElement> Answer(Guid run) => await Http.GetFromJsonAsync<JsonElement>($"/v1/runs/{run}");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
        await Database.DisposeAsync();
    }
}
