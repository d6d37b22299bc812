using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>A span as a collector gets it.</summary>
/// <param name="Service">The name of the service that sent it.</param>
/// <param name="TraceId">Hex.</param>
/// <param name="Name">What was done.</param>
/// <param name="Attributes">Those that are text.</param>
sealed record ReceivedSpan(string Service, string TraceId, string Name, IReadOnlyDictionary<string, string> Attributes);

/// <summary>A collector of traces and metrics on loopback: takes OTLP over HTTP as protobuf.</summary>
sealed class TelemetryCollector : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<ReceivedSpan> spans = new();
    readonly ConcurrentQueue<(string Service, string Name)> metrics = new();

    TelemetryCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapPost("/v1/traces", ReceiveTraces);
        app.MapPost("/v1/metrics", ReceiveMetrics);
    }

    /// <summary>Where it listens.</summary>
    public Uri Url => new(app.Urls.Single());

    /// <summary>The spans received so far.</summary>
    public IReadOnlyCollection<ReceivedSpan> Spans => spans;

    /// <summary>The metrics received so far, with the services that sent them.</summary>
    public IReadOnlyCollection<(string Service, string Name)> Metrics => metrics;

    public static async Task<TelemetryCollector> Start()
    {
        var collector = new TelemetryCollector();
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task ReceiveTraces(HttpRequest request)
    {
        foreach (var (service, scope) in await Scopes(request))
            foreach (var span in Protobuf.Fields(scope)[2].Select(Protobuf.Fields))
                spans.Enqueue(new ReceivedSpan(
                    service, Convert.ToHexStringLower(span[1].Single().Span), Protobuf.Text(span[5].Single()), Attributes(span[9])));
    }

    async Task ReceiveMetrics(HttpRequest request)
    {
        foreach (var (service, scope) in await Scopes(request))
            foreach (var metric in Protobuf.Fields(scope)[2].Select(Protobuf.Fields))
                metrics.Enqueue((service, Protobuf.Text(metric[1].Single())));
    }

    /// <summary>Traces and metrics are alike on the outside: resources, and in each its scopes.</summary>
    static async Task<IReadOnlyList<(string Service, ReadOnlyMemory<byte> Scope)>> Scopes(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return [.. Protobuf.Fields(body.ToArray())[1].Select(Protobuf.Fields).SelectMany(resource =>
            resource[2].Select(scope => (Attributes(Protobuf.Fields(resource[1].Single())[1])["service.name"], scope)))];
    }

    static Dictionary<string, string> Attributes(IEnumerable<ReadOnlyMemory<byte>> attributes) => attributes
        .Select(Protobuf.Fields)
        .Select(attribute => (Key: Protobuf.Text(attribute[1].Single()), Value: Protobuf.Fields(attribute[2].Single())[1].ToList()))
        .Where(attribute => attribute.Value.Count == 1)
        .ToDictionary(attribute => attribute.Key, attribute => Protobuf.Text(attribute.Value[0]));
}
