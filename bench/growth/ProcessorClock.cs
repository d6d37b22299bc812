using System.Diagnostics;

namespace Soccer.Bench;

/// <summary>
/// The system's clock, which notes the process's processor time whenever it is read: at the start and the end of what FitCost measures.
/// </summary>
sealed class ProcessorClock : TimeProvider
{
    readonly List<TimeSpan> readings = [];

    /// <summary>Processor seconds between the two readings of a measurement, all processors together.</summary>
    /// <param name="measurement">From 0, in the order in which they were made.</param>
    public double Seconds(int measurement) => (readings[2 * measurement + 1] - readings[2 * measurement]).TotalSeconds;

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        using var process = Process.GetCurrentProcess();
        readings.Add(process.TotalProcessorTime);
        return base.GetTimestamp();
    }
}
