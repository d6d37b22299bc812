using System.IO.Enumeration;

namespace Soccer.Source.Faults;

/// <summary>The faults in force, in the order they were given.</summary>
public sealed class FaultList
{
    readonly Lock gate = new();
    List<(Fault Fault, int? Left)> faults = [];

    /// <summary>Puts these in place of all others.</summary>
    public void Replace(IEnumerable<Fault> next)
    {
        lock (gate) faults = [.. next.Select(f => (f, f.Times))];
    }

    /// <summary>What a request of this path meets: any latencies, and the first other fault; each that is met is used up once.</summary>
    public IReadOnlyList<Fault> Meet(string path)
    {
        lock (gate)
        {
            var met = new List<Fault>();
            for (var i = 0; i < faults.Count; i++)
            {
                var (fault, left) = faults[i];
                if (left == 0 || !FileSystemName.MatchesSimpleExpression(fault.Path, path, ignoreCase: false)) continue;
                if (fault.Kind != FaultKind.Latency && met.Any(m => m.Kind != FaultKind.Latency)) continue;
                met.Add(fault);
                faults[i] = (fault, left - 1);
            }
            return met;
        }
    }
}
