using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Soccer.Hosting;

/// <summary>What every service has: an identity, structured logs, health, metrics and traces.</summary>
public static class ServiceHost
{
    /// <summary>A builder for a service; <paramref name="name"/> is the service's, such as drift-check.</summary>
    public static WebApplicationBuilder Create(string name, string[] args)
    {
        // The calling assembly's own folder has its appsettings.json, wherever the process was started from.
        var assembly = Assembly.GetCallingAssembly();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = assembly.GetName().Name });
        builder.Configuration.AddSecretFiles();
        var service = ServiceIdentity.Of(name, assembly);
        builder.Services.AddSingleton(service);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IStartupFilter, HeadRequests>();
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console =>
        {
            console.IncludeScopes = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "O";
        });
        // ReadinessGauge logs when readiness changes; these would log an error at every look, and at every start.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        builder.Services.AddHealthChecks();
        builder.Services.AddSingleton<ServiceMeter>();
        builder.Services.AddSingleton<IHealthCheckPublisher, ReadinessGauge>();
        builder.Services.Configure<HealthCheckPublisherOptions>(publisher =>
        {
            publisher.Delay = TimeSpan.FromSeconds(2);
            publisher.Period = TimeSpan.FromSeconds(10);
        });
        builder.AddTelemetry(service);
        builder.Services.Configure<HostOptions>(host =>
        {
            // Health must answer while the database is still away and the migrations wait for it.
            host.ServicesStartConcurrently = true;
            host.ShutdownTimeout = TimeSpan.FromSeconds(40);
        });
        return builder;
    }

    /// <summary>Lets every service that somebody waits for go before this one, whose work takes minutes in any case.</summary>
    public static void WorkInBackground(this WebApplicationBuilder builder)
    {
        using var process = Process.GetCurrentProcess();
        process.PriorityClass = ProcessPriorityClass.BelowNormal;
    }

    /// <summary>Binds a section to options that are validated at start.</summary>
    public static void AddStageOptions<T>(this WebApplicationBuilder builder, string section) where T : class =>
        builder.Services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();

    /// <summary>
    /// Maps /health/live (the process), /health/ready (bus and database) and /metrics; where Operations:Port is set, there and nowhere
    /// else.
    /// </summary>
    public static WebApplication MapOperations(this WebApplication app)
    {
        app.UseOperationsPort();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).ForOperations();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            ResponseWriter = HealthReportText.Write,
            // A bus that has lost its broker is degraded; a service without one is not ready.
            ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable },
        }).ForOperations();
        app.MapMetrics().ForOperations();
        return app;
    }
}
