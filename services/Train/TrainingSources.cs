namespace Soccer.Train;

/// <summary>Where a training's rows and code come from, by hashes of content.</summary>
public sealed record TrainingSources(string DatasetHash, string FeatureSetHash, string SchemaHash, string CodeVersion);
