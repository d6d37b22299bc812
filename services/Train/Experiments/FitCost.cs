using System.Diagnostics;

namespace Soccer.Train.Experiments;

/// <summary>What a fit cost on the machine that made it, in that hour. Never part of a hash.</summary>
/// <param name="Seconds">How long it took.</param>
/// <param name="PeakBytes">
/// The most memory that the whole process held meanwhile, native libraries included; where the system does not let it be counted anew (some containers), since the process began.
/// </param>
public sealed record FitCost(double Seconds, long PeakBytes)
{
    /// <summary>Writing a 5 here lets Linux count the peak anew: see proc(5).</summary>
    const string PeakControl = "/proc/self/clear_refs";

    static readonly bool CanCountAnew = TryCountAnew();

    /// <summary>Carries a fit out and measures it.</summary>
    public static (T Fitted, FitCost Cost) Of<T>(TimeProvider time, Func<T> fit)
    {
        if (CanCountAnew)
            CountAnew();

        var clock = time.GetTimestamp();
        var fitted = fit();
        var seconds = Math.Round(time.GetElapsedTime(clock).TotalSeconds, 3);
        using var process = Process.GetCurrentProcess();
        return (fitted, new(seconds, process.PeakWorkingSet64));
    }

    static bool TryCountAnew()
    {
        try
        {
            CountAnew();
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static void CountAnew() => File.WriteAllText(PeakControl, "5");
}
