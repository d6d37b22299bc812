using System.Diagnostics.Metrics;
using Soccer.Hosting;

namespace Soccer.Api.Fixtures;

/// <summary>What keeping answers in memory is worth. Each replica counts its own.</summary>
sealed class BoardMeter(ServiceMeter meter, TimeProvider time)
{
    readonly Counter<long> hits = meter.Meter.CreateCounter<long>(
        "soccer_forecast_cache_hits", description: "Answers for one match that were in memory, or were being read for another request.");
    readonly Counter<long> misses = meter.Meter.CreateCounter<long>(
        "soccer_forecast_cache_misses", description: "Answers for one match that were read from the database.");
    readonly Histogram<double> age = meter.Meter.CreateHistogram(
        "soccer_forecast_cache_age", "s", "How long an answer had been in memory when it was told.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 10, 60, 600, 3600, 6 * 3600, 24 * 3600, 7 * 24 * 3600] });

    public void Missed() => misses.Add(1);

    /// <summary>Counts an answer that another request has read, or is reading.</summary>
    public void Hit() => hits.Add(1);

    /// <summary>Counts one that was in memory.</summary>
    public void Hit(StoredAnswer answer)
    {
        hits.Add(1);
        age.Record(time.GetElapsedTime(answer.MadeAt).TotalSeconds);
    }
}
