using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Soccer.Hosting;

/// <summary>Whether the service was ready when it was last looked at, every few seconds, as the gauge soccer_ready.</summary>
sealed class ReadinessGauge(ServiceMeter meter) : IHealthCheckPublisher
{
    readonly Gauge<int> ready = meter.Meter.CreateGauge<int>("soccer_ready", description: "1 where bus and database answer, else 0.");

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        ready.Record(report.Status == HealthStatus.Healthy ? 1 : 0);
        return Task.CompletedTask;
    }
}
