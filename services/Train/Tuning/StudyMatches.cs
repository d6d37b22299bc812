using Npgsql;
using Soccer.Tables.Featurize;

namespace Soccer.Train.Tuning;

/// <summary>The matches of the study at hand: trials by the dozen read the same ones, and reading takes as long as a small fit.</summary>
/// <remarks>A study's end is told to one replica alone. The others know it by having had no trial for a while, and give the memory back then.</remarks>
public sealed class StudyMatches : IDisposable
{
    /// <summary>How long matches stay for which no trial comes. Trials follow each other within seconds; after one fit that took longer they are read once more.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    readonly NpgsqlDataSource database;
    readonly ITimer unused;

    // One trial at a time works here; were there two, the worst would be to read twice.
    Held? held;

    public StudyMatches(NpgsqlDataSource database, TimeProvider time)
    {
        this.database = database;
        unused = time.CreateTimer(_ => Forget(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The matches of a feature set, which stay here for the next trial.</summary>
    public async Task<TrainingSet> Read(int featureSetVersion, CancellationToken cancellation)
    {
        if (held is not { } here || here.FeatureSetVersion != featureSetVersion)
        {
            held = null;
            await using var connection = await database.OpenConnectionAsync(cancellation);
            var features = await FeatureSets.Find(connection, featureSetVersion, cancellation)
                ?? throw new InvalidOperationException($"the feature set {featureSetVersion} does not exist");
            held = here = new(featureSetVersion, await TrainingSetRead.Read(connection, features, cancellation));
        }
        unused.Change(Kept, Timeout.InfiniteTimeSpan);
        return here.Set;
    }

    /// <summary>Gives their memory back.</summary>
    public void Forget() => held = null;

    public void Dispose() => unused.Dispose();

    sealed record Held(int FeatureSetVersion, TrainingSet Set);
}
