using System.Net.Sockets;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Soccer.Hosting.Bus;

/// <summary>
/// Ends a service whose bus is not well although the broker can be reached. A queue is connected again half a minute after the broker is back at the latest; but now and then MassTransit 8 never
/// does it, where the connection was lost in the middle of a message. Whoever supervises the process starts it anew; its messages have gone back to their queues by then.
/// </summary>
sealed class BusWatch(IBusControl bus, IOptions<BusOptions> options, IHostApplicationLifetime lifetime, ILogger<BusWatch> log) : BackgroundService
{
    // The clock on the wall: it is about connections, whatever day the service is told.
    readonly TimeProvider time = TimeProvider.System;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var well = time.GetTimestamp();
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var health = bus.CheckHealth();
            if (health.Status == BusHealthStatus.Healthy || !await CanBeReached(stoppingToken))
                well = time.GetTimestamp();
            if (time.GetElapsedTime(well).TotalSeconds < options.Value.PatienceSeconds)
                continue;
            log.LogCritical("the service ends, to be started anew: the broker can be reached, and yet for {Seconds} s {Health}", options.Value.PatienceSeconds, health.Description);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
            return;
        }
    }

    async Task<bool> CanBeReached(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Pause);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(options.Value.Host, options.Value.Port, limit.Token);
            return true;
        }
        catch (Exception away) when (away is SocketException || (away is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}
