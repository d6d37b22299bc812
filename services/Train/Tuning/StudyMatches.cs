using Npgsql;
using Soccer.Tables.Featurize;

namespace Soccer.Train.Tuning;

/// <summary>The matches of the study at hand: trials by the dozen read the same ones, and reading takes as long as a small fit.</summary>
public sealed class StudyMatches(NpgsqlDataSource database)
{
    // One trial at a time works here; were there two, the worst would be to read twice.
    (int FeatureSetVersion, TrainingSet Set)? held;

    /// <summary>The matches of a feature set, which stay here for the next trial.</summary>
    public async Task<TrainingSet> Read(int featureSetVersion, CancellationToken cancellation)
    {
        if (held is { } here && here.FeatureSetVersion == featureSetVersion)
            return here.Set;

        held = null;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var features = await FeatureSets.Find(connection, featureSetVersion, cancellation)
            ?? throw new InvalidOperationException($"the feature set {featureSetVersion} does not exist");
        var set = await TrainingSetRead.Read(connection, features, cancellation);
        held = (featureSetVersion, set);
        return set;
    }

    /// <summary>Gives their memory back.</summary>
    public void Forget() => held = null;
}
