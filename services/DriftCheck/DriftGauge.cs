using System.Diagnostics.Metrics;
using Soccer.Hosting;

namespace Soccer.DriftCheck;

/// <summary>What the newest check found, for the alert on drift.</summary>
public sealed class DriftGauge(ServiceMeter meter)
{
    readonly Gauge<int> shifted = meter.Meter.CreateGauge<int>(
        "soccer_drift_shifted_features", description: "Features whose population stability index passes the limit, at the newest check.");

    /// <summary>Sets the number of shifted features.</summary>
    public void Shifted(int features) => shifted.Record(features);
}
