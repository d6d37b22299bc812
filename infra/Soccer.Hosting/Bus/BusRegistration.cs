using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Soccer.Hosting.Bus;

/// <summary>Connects a service to the bus.</summary>
public static class BusRegistration
{
    /// <summary>Adds the bus with the service's consumers. Queues are named after the consumers, in kebab case.</summary>
    public static void AddBus(this WebApplicationBuilder builder, Action<IBusRegistrationConfigurator>? consumers = null) =>
        builder.Services.AddSingleton<StageProgress>().AddHostedService<BusWatch>().AddBus(consumers);

    /// <inheritdoc cref="AddBus(WebApplicationBuilder, Action{IBusRegistrationConfigurator}?)"/>
    public static void AddBus(this IServiceCollection services, Action<IBusRegistrationConfigurator>? consumers = null)
    {
        services.AddOptions<BusOptions>().BindConfiguration("Bus").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MassTransitHostOptions>().Configure(host =>
        {
            host.WaitUntilStarted = false;
            host.StopTimeout = TimeSpan.FromSeconds(30);
            // A consumer gets this long to finish; then its token is cancelled and the message goes back to its queue.
            host.ConsumerStopTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetKebabCaseEndpointNameFormatter();
            consumers?.Invoke(bus);
            bus.UsingRabbitMq((context, rabbit) =>
            {
                var options = context.GetRequiredService<IOptions<BusOptions>>().Value;
                var service = context.GetService<ServiceIdentity>()?.Name ?? "client";
                rabbit.Host(options.Host, (ushort)options.Port, options.VirtualHost, service, host =>
                {
                    host.Username(options.Username);
                    host.Password(options.Password);
                });
                if (context.GetService<ServiceMeter>() is not null)
                    rabbit.UseMessageLog(context);
                // A service that only sends has no queue by whose connection its health is judged, so the bus gets one of its own.
                rabbit.AutoStart = consumers is null && context.GetService<ServiceIdentity>() is not null;
                rabbit.ConfigureEndpoints(context);
            });
        });
    }

    /// <summary>
    /// Counts every message, gives it a log scope, and logs the start and the end of each message of a run. Works on any transport.
    /// </summary>
    public static void UseMessageLog(this IConsumePipeConfigurator bus, IRegistrationContext context) =>
        bus.UseConsumeFilter(typeof(MessageScopeFilter<>), context);
}
