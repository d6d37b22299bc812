using System.Diagnostics.Metrics;

namespace Soccer.Hosting;

/// <summary>What every service measures. Instruments of a stage's own come from <see cref="Meter"/>.</summary>
public sealed class ServiceMeter : IDisposable
{
    /// <summary>The meter's name, by which the exporter finds it.</summary>
    public const string Name = "Soccer";

    readonly Counter<long> messages;
    readonly Histogram<double> queueAge;
    readonly Histogram<double> steps;

    public ServiceMeter(ServiceIdentity service)
    {
        Meter = new Meter(Name);
        messages = Meter.CreateCounter<long>("soccer_messages", description: "Messages by type and outcome (consumed, faulted, returned).");
        queueAge = Meter.CreateHistogram<double>("soccer_queue_age", "s", "How long a message had waited when its consumer took it.");
        steps = Meter.CreateHistogram<double>("soccer_step_duration", "s", "How long a step took, by whether a stored result was used.");
        Meter.CreateObservableGauge("soccer_build_info", () => new Measurement<int>(
            1, new("service", service.Name), new("code_version", service.CodeVersion)), description: "One, with the service and its code version.");
    }

    /// <summary>For instruments of a stage's own.</summary>
    public Meter Meter { get; }

    internal void Consumed(string message, string outcome, int count) => messages.Add(count, new("message", message), new("outcome", outcome));

    internal void Waited(string message, TimeSpan? age)
    {
        if (age is { } waited)
            queueAge.Record(Math.Max(0, waited.TotalSeconds), new KeyValuePair<string, object?>("message", message));
    }

    internal void Stepped(string step, bool remembered, double seconds) =>
        steps.Record(seconds, new("step", step), new("remembered", remembered ? "true" : "false"));

    public void Dispose() => Meter.Dispose();
}
