namespace Soccer.Source.Faults;

/// <summary>Requests of one path that had one outcome.</summary>
/// <param name="Path">With its slash.</param>
/// <param name="Status">As sent; 0 where the connection was aborted, by either side.</param>
/// <param name="Count">How many.</param>
/// <param name="Conditional">How many of them had a validator.</param>
public sealed record RequestCount(string Path, int Status, int Count, int Conditional);

/// <summary>What was asked of the site.</summary>
/// <param name="Total">Requests.</param>
/// <param name="BusiestSecond">The most requests that began within any one second.</param>
/// <param name="MostAtOnce">The most requests that were under way at the same time.</param>
/// <param name="Paths">By path and status.</param>
public sealed record RequestSummary(int Total, int BusiestSecond, int MostAtOnce, RequestCount[] Paths);

/// <summary>Counts the site's requests, so that tests can tell what was fetched and how politely. Controls are not counted.</summary>
public sealed class RequestLog(TimeProvider time)
{
    readonly Lock gate = new();
    readonly Dictionary<(string Path, int Status), (int Count, int Conditional)> counts = [];
    readonly List<long> begun = [];
    int underWay, mostAtOnce;

    public void Begin()
    {
        lock (gate)
        {
            begun.Add(time.GetTimestamp());
            mostAtOnce = Math.Max(mostAtOnce, ++underWay);
        }
    }

    public void End(string path, int status, bool conditional)
    {
        lock (gate)
        {
            underWay--;
            var (count, had) = counts.GetValueOrDefault((path, status));
            counts[(path, status)] = (count + 1, had + (conditional ? 1 : 0));
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            counts.Clear();
            begun.Clear();
            mostAtOnce = underWay;
        }
    }

    public RequestSummary Summary()
    {
        lock (gate)
            return new(counts.Values.Sum(c => c.Count), BusiestSecond(), mostAtOnce,
            [
                .. counts.OrderBy(c => c.Key.Path, StringComparer.Ordinal).ThenBy(c => c.Key.Status)
                    .Select(c => new RequestCount(c.Key.Path, c.Key.Status, c.Value.Count, c.Value.Conditional)),
            ]);
    }

    int BusiestSecond()
    {
        var (most, from) = (0, 0);
        for (var to = 0; to < begun.Count; to++)
        {
            while (time.GetElapsedTime(begun[from], begun[to]) >= TimeSpan.FromSeconds(1)) from++;
            most = Math.Max(most, to - from + 1);
        }
        return most;
    }
}
