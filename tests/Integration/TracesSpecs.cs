using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>Services send traces and metrics to a collector if one is configured; a run is one trace through all of them.</summary>
[TestFixture]
sealed class TracesSpecs
{
    [Test]
    public async Task A_run_is_one_trace_through_its_services_and_every_message_s_span_carries_its_id()
    {
        Surroundings.Need();
        await using var collector = await TelemetryCollector.Start();
        await using var system = await ScratchSystem.Start(Worlds.Tiny, new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url.AbsoluteUri,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        }, ["Ingest", "Validate", "Api"]);
        var run = await system.Begin(Worlds.Day);

        IReadOnlyList<ReceivedSpan> spans = [];
        await Eventually.Happens("the spans of the run's first two stages have come", () =>
        {
            spans = [.. collector.Spans.Where(span => span.Attributes.GetValueOrDefault("messaging.message.conversation_id") == run.ToString())];
            return Task.FromResult(spans.Any(span => span.Service == "ingest") && spans.Any(span => span.Service == "validate"));
        }, TimeSpan.FromSeconds(90));
        Assert.That(spans.Select(span => span.Service).Distinct(), Is.SupersetOf(new[] { "ingest", "validate" }));
        Assert.That(spans.Select(span => span.TraceId).Distinct(), Has.Exactly(1).Items);
        var statements = collector.Spans.Where(span => span.Service == "validate" && !span.Attributes.ContainsKey("messaging.system"));
        Assert.That(statements.Select(span => span.TraceId), Does.Contain(spans[0].TraceId), "what a stage asks the database is part of it");
        await Eventually.Happens("the metrics of a stage have come",
            () => Task.FromResult(collector.Metrics.Contains(("validate", "soccer_messages"))), TimeSpan.FromSeconds(30));
        Assert.That(collector.Spans.Select(span => span.Name), Has.None.Contains("/health").And.None.Contains("/metrics"));
    }
}
