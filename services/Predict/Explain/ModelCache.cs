namespace Soccer.Predict.Explain;

/// <summary>Small LRU cache with single-flight loading: its models are large and slow to load.</summary>
/// <param name="capacity">How many are kept, at least 1.</param>
/// <param name="load">Loads one. Concurrent callers share the load, and none of them can cancel it; a failed load is not kept.</param>
public sealed class ModelCache<T>(int capacity, Func<string, Task<T>> load)
{
    readonly Lock gate = new();
    readonly Dictionary<string, Entry> entries = [];
    long uses;

    /// <summary>The model of an id, loaded if it is not in memory.</summary>
    public Task<T> Of(string id)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(id, out var entry) || entry.Model.IsFaulted || entry.Model.IsCanceled)
            {
                if (entry is null && entries.Count >= capacity)
                    entries.Remove(entries.MinBy(other => other.Value.LastUse).Key);
                entries[id] = entry = new(Task.Run(() => load(id)));
            }
            entry.LastUse = ++uses;
            return entry.Model;
        }
    }

    sealed class Entry(Task<T> model)
    {
        public Task<T> Model { get; } = model;

        public long LastUse { get; set; }
    }
}
