using System.Globalization;

namespace Soccer.Bench;

/// <summary>Processor time since the start of this machine. What the host of a virtual one takes from it (steal) makes everything late, and is nobody's fault here.</summary>
/// <remarks>proc_stat(5): the first line of /proc/stat; its fourth and fifth numbers are idle and iowait, its eighth is steal.</remarks>
readonly record struct ProcessorTime(long Stolen, long Idle, long All)
{
    public static ProcessorTime Now()
    {
        var numbers = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[7], numbers[3] + numbers[4], numbers.Sum());
    }

    /// <summary>The stolen part of the time since then, 0 to 1.</summary>
    public double StolenSince(ProcessorTime before) => (double)(Stolen - before.Stolen) / Math.Max(1, All - before.All);

    /// <summary>The part of the time since then in which processors worked for anybody, 0 to 1.</summary>
    public double BusySince(ProcessorTime before) => 1 - (double)(Idle - before.Idle) / Math.Max(1, All - before.All);
}
