using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Soccer.Hosting;

/// <summary>Whether the service was ready when it was last looked at, every few seconds: as the gauge soccer_ready, and in the log when it changes.</summary>
sealed class ReadinessGauge(ServiceMeter meter, ILogger<ReadinessGauge> log) : IHealthCheckPublisher
{
    readonly Gauge<int> ready = meter.Meter.CreateGauge<int>("soccer_ready", description: "1 where bus and database answer, else 0.");
    HealthStatus? last;

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        ready.Record(report.Status == HealthStatus.Healthy ? 1 : 0);
        if (report.Status != last && report.Status == HealthStatus.Healthy)
            log.LogInformation("ready");
        else if (report.Status != last)
            log.LogWarning("not ready: {Reasons}", HealthReportText.Ailing(report));
        last = report.Status;
        return Task.CompletedTask;
    }
}
