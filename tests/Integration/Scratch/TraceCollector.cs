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

/// <summary>A collector of traces on loopback: takes OTLP over HTTP as protobuf.</summary>
sealed class TraceCollector : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<ReceivedSpan> spans = new();

    TraceCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapPost("/v1/traces", Receive);
    }

    /// <summary>Where it listens.</summary>
    public Uri Url => new(app.Urls.Single());

    /// <summary>What has come so far.</summary>
    public IReadOnlyCollection<ReceivedSpan> Spans => spans;

    public static async Task<TraceCollector> Start()
    {
        var collector = new TraceCollector();
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task Receive(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        foreach (var resourceSpans in Protobuf.Fields(body.ToArray())[1])
        {
            var fields = Protobuf.Fields(resourceSpans);
            var service = Attributes(Protobuf.Fields(fields[1].Single())[1])["service.name"];
            foreach (var span in fields[2].SelectMany(scope => Protobuf.Fields(scope)[2]).Select(Protobuf.Fields))
                spans.Enqueue(new ReceivedSpan(
                    service, Convert.ToHexStringLower(span[1].Single().Span), Protobuf.Text(span[5].Single()), Attributes(span[9])));
        }
    }

    static Dictionary<string, string> Attributes(IEnumerable<ReadOnlyMemory<byte>> attributes) => attributes
        .Select(Protobuf.Fields)
        .Select(attribute => (Key: Protobuf.Text(attribute[1].Single()), Value: Protobuf.Fields(attribute[2].Single())[1].ToList()))
        .Where(attribute => attribute.Value.Count == 1)
        .ToDictionary(attribute => attribute.Key, attribute => Protobuf.Text(attribute.Value[0]));
}
