using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Soccer.Hosting.Metrics;

/// <summary>
/// The /metrics endpoint. The method names are those of OpenTelemetry.Exporter.Prometheus.AspNetCore, so that the package can take this folder's place.
/// </summary>
public static class PrometheusRegistration
{
    /// <summary>Collects the service's, the runtime's and the server's meters.</summary>
    public static void AddPrometheusExporter(this IServiceCollection services)
    {
        services.AddSingleton<PrometheusExporter>();
        services.AddSingleton(provider => Sdk.CreateMeterProviderBuilder()
            .AddMeter(ServiceMeter.Name, "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql")
            // Prometheus keeps the ending _count for histograms.
            .AddView("dotnet.assembly.count", "dotnet.assemblies")
            .AddView("dotnet.process.cpu.count", "dotnet.process.cpus")
            .AddView("dotnet.timer.count", "dotnet.timers")
            .AddView("db.client.connection.count", "db.client.connections")
            .AddReader(new BaseExportingMetricReader(provider.GetRequiredService<PrometheusExporter>()))
            .Build());
    }

    /// <summary>Maps GET /metrics.</summary>
    public static IEndpointConventionBuilder MapPrometheusScrapingEndpoint(this IEndpointRouteBuilder app)
    {
        // Instruments made before the provider exists would be seen too, but not their first values.
        app.ServiceProvider.GetRequiredService<MeterProvider>();
        app.ServiceProvider.GetRequiredService<ServiceMeter>();
        return app.MapGet("/metrics", (PrometheusExporter exporter) => Results.Text(exporter.Scrape(), "text/plain; version=0.0.4; charset=utf-8"));
    }
}
