namespace Soccer.Train;

/// <summary>Where a training's rows and code come from, by hashes of content.</summary>
/// <param name="DatasetHash">The dataset.</param>
/// <param name="FeatureSetHash">The feature rows.</param>
/// <param name="SchemaHash">Their schema.</param>
/// <param name="CodeVersion">The code.</param>
/// <param name="Libraries">See <see cref="BoostingLibraries"/>.</param>
public sealed record TrainingSources(string DatasetHash, string FeatureSetHash, string SchemaHash, string CodeVersion, string Libraries);
