using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Hosting;

namespace Soccer.Api.Tests.Http;

/// <summary>What one replica counts of its answers from now on.</summary>
sealed class BoardCounts : IDisposable
{
    readonly MeterListener listener = new();
    long misses, hits;

    public BoardCounts(ApiHost host)
    {
        var meter = host.Services.GetRequiredService<ServiceMeter>().Meter;
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter == meter && instrument.Name.StartsWith("soccer_forecast_cache_", StringComparison.Ordinal))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, count, _, _) =>
            Interlocked.Add(ref instrument.Name.EndsWith("misses", StringComparison.Ordinal) ? ref misses : ref hits, count));
        listener.Start();
    }

    /// <summary>Answers that were read from the database.</summary>
    public long Misses => Interlocked.Read(ref misses);

    /// <summary>Answers that were in memory, or being read for another request.</summary>
    public long Hits => Interlocked.Read(ref hits);

    public void Dispose() => listener.Dispose();
}
