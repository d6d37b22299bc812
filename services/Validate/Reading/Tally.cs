namespace Soccer.Validate.Reading;

/// <summary>Counts of what was read and what was left out, by words. Not safe for two threads: each file has its own, and they are added up.</summary>
public sealed class Tally
{
    readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Every count, in the order of the words.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>The count of some words; zero where nothing was counted.</summary>
    public int this[string what] => counts.GetValueOrDefault(what);

    /// <summary>Counts something.</summary>
    public void Add(string what, int count = 1) => counts[what] = this[what] + count;

    /// <summary>Adds another tally to this one.</summary>
    public void Add(Tally other)
    {
        foreach (var (what, count) in other.Counts)
            Add(what, count);
    }

    /// <summary>The sum of all counts whose words begin so.</summary>
    public int Sum(string beginning) => counts.Where(count => count.Key.StartsWith(beginning, StringComparison.Ordinal)).Sum(count => count.Value);
}
