using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Soccer.Hosting;

/// <summary>Metrics for Prometheus; metrics and traces over OTLP too if OTEL_EXPORTER_OTLP_ENDPOINT names a collector.</summary>
static class Telemetry
{
    /// <summary>Collects metrics, and traces if there is a collector.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, ServiceIdentity service)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service.Name, serviceVersion: service.CodeVersion))
            .WithMetrics(Measure);
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        telemetry
            .WithMetrics(metrics => metrics.AddOtlpExporter())
            .WithTracing(traces => traces
                .AddSource("MassTransit")
                .AddNpgsql()
                .AddAspNetCoreInstrumentation(requests => requests.Filter = http => !IsOperations(http.Request.Path))
                .AddOtlpExporter());
    }

    /// <summary>Maps GET /metrics.</summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder app) =>
        app.MapPrometheusScrapingEndpoint().WithMetadata(new HttpMethodMetadata([HttpMethods.Get]));

    static void Measure(MeterProviderBuilder metrics) => metrics
        // Created with the provider, so that no first value is lost.
        .AddInstrumentation(services => services.GetRequiredService<ServiceMeter>())
        .AddMeter(ServiceMeter.Name)
        .AddAspNetCoreInstrumentation()
        .AddRuntimeInstrumentation()
        .AddProcessInstrumentation()
        .AddNpgsqlInstrumentation()
        // Prometheus reserves the ending _count for histograms.
        .AddView("dotnet.assembly.count", "dotnet.assemblies")
        .AddView("dotnet.process.cpu.count", "dotnet.process.cpus")
        .AddView("dotnet.timer.count", "dotnet.timers")
        .AddView("process.cpu.count", "process.cpus")
        .AddView("process.thread.count", "process.threads")
        .AddView("process.unix.file_descriptor.count", "process.file_descriptors")
        .AddView("db.client.connection.count", "db.client.connections")
        .AddPrometheusExporter(prometheus =>
        {
            // Prometheus knows the instance, and soccer_build_info has the version: neither is needed on each series.
            prometheus.ScopeInfoEnabled = false;
            prometheus.TargetInfoEnabled = false;
            // Each scrape gets values of its own instant.
            prometheus.ScrapeResponseCacheDurationMilliseconds = 0;
        });

    static bool IsOperations(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments("/metrics");
}
