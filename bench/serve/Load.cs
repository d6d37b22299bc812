using System.Diagnostics;

namespace Soccer.Bench;

/// <summary>What a load came to.</summary>
/// <param name="Milliseconds">How long each exchange took, ascending.</param>
/// <param name="Seconds">How long all of it took.</param>
sealed record Loaded(double[] Milliseconds, double Seconds)
{
    public double PerSecond => Milliseconds.Length / Seconds;

    /// <summary>The time that a share of the exchanges stayed within.</summary>
    public double Within(double share) => Milliseconds.Length == 0 ? double.NaN : Milliseconds[Math.Min(Milliseconds.Length - 1, (int)(share * Milliseconds.Length))];
}

/// <summary>Sends requests over some connections.</summary>
static class Load
{
    /// <summary>As many exchanges as the connections can do.</summary>
    public static Task<Loaded> Closed(int connections, TimeSpan time, Func<Wire> connect, Func<Wire, int, Task> exchange)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        return Run(connections, connect, async (wire, connection, took) =>
        {
            for (var number = connection; Stopwatch.GetTimestamp() < until; number += connections)
            {
                var began = Stopwatch.GetTimestamp();
                await exchange(wire, number);
                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        });
    }

    /// <summary>
    /// So many exchanges a second, whether the ones before have ended or not: one that has to wait for a connection has begun when it should have
    /// (Tene, "How not to measure latency": no coordinated omission).
    /// </summary>
    public static Task<Loaded> Open(int connections, double perSecond, TimeSpan time, Func<Wire> connect, Func<Wire, int, Task> exchange)
    {
        var start = Stopwatch.GetTimestamp() + Stopwatch.Frequency / 10;
        var all = (int)(perSecond * time.TotalSeconds);
        return Run(connections, connect, async (wire, connection, took) =>
        {
            for (var number = connection; number < all; number += connections)
            {
                var due = start + (long)(number / perSecond * Stopwatch.Frequency);
                var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (early > TimeSpan.Zero)
                    await Task.Delay(early);
                // A timer that rings late is not the server's fault.
                var began = early > TimeSpan.Zero ? Stopwatch.GetTimestamp() : due;
                await exchange(wire, number);
                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        });
    }

    static async Task<Loaded> Run(int connections, Func<Wire> connect, Func<Wire, int, List<double>, Task> work)
    {
        var took = Enumerable.Range(0, connections).Select(_ => new List<double>()).ToArray();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async connection =>
        {
            using var wire = connect();
            await work(wire, connection, took[connection]);
        }));
        return new([.. took.SelectMany(each => each).Order()], Stopwatch.GetElapsedTime(began).TotalSeconds);
    }
}
