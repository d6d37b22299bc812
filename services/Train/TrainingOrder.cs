using Soccer.Contracts;
using Soccer.Contracts.Featurize.V1;

namespace Soccer.Train;

/// <summary>What to train on, for which run, and how.</summary>
/// <param name="Run">The run.</param>
/// <param name="DatasetVersion">The dataset, by the run's number.</param>
/// <param name="DatasetHash">Its hash.</param>
/// <param name="FeatureSetVersion">The feature rows, by the run's number.</param>
/// <param name="FeatureSetHash">Their hash.</param>
/// <param name="SchemaHash">Their schema.</param>
/// <param name="Parameters">How: as configured, or as a study has chosen.</param>
public sealed record TrainingOrder(
    Run Run, int DatasetVersion, string DatasetHash, int FeatureSetVersion, string FeatureSetHash, string SchemaHash, TrainingParameters Parameters)
{
    /// <summary>What a run's features ask for.</summary>
    public static TrainingOrder Of(FeaturesBuilt built, TrainingParameters parameters) =>
        new(built.Run, built.DatasetVersion, built.DatasetHash, built.FeatureSetVersion, built.FeatureSetHash, built.SchemaHash, parameters);
}
