using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Soccer.Hosting.Metrics;

/// <summary>Lets OpenTelemetry collect, and writes what it collected as Prometheus text.</summary>
[ExportModes(ExportModes.Pull)]
sealed class PrometheusExporter : BaseExporter<Metric>, IPullMetricExporter
{
    readonly Lock scraping = new();
    string text = "";

    public Func<int, bool>? Collect { get; set; }

    /// <summary>Every metric as of now.</summary>
    public string Scrape()
    {
        lock (scraping)
        {
            Collect?.Invoke(5000);
            return text;
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var writer = new StringWriter { NewLine = "\n" };
        foreach (var metric in batch)
            PrometheusText.Write(writer, metric);
        text = writer.ToString();
        return ExportResult.Success;
    }
}
