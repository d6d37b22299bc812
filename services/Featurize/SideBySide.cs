using System.Collections.Concurrent;

namespace Soccer.Featurize;

/// <summary>The families of a pass on every processor.</summary>
public static class SideBySide
{
    /// <summary>Does something for every number below a count. Each processor takes one number at a time: families that stand together take long.</summary>
    public static void Run(int count, Action<int> each) =>
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering), each);
}
