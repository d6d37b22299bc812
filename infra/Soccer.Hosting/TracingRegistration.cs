using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Soccer.Hosting;

static class TracingRegistration
{
    /// <summary>Exports the bus's spans over OTLP when OTEL_EXPORTER_OTLP_ENDPOINT says where to; otherwise nothing is collected.</summary>
    public static void AddTracing(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        builder.Services.AddSingleton(provider => Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService(provider.GetRequiredService<ServiceIdentity>().Name))
            .AddSource("MassTransit", "Npgsql")
            .AddOtlpExporter()
            .Build());
        builder.Services.AddHostedService<TracerStart>();
    }

    /// <summary>Builds the provider at start and lets the container flush it at the end.</summary>
    sealed class TracerStart(TracerProvider provider) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            provider.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
