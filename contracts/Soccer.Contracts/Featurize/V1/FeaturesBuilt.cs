namespace Soccer.Contracts.Featurize.V1;

/// <summary>Event: every match and fixture of a dataset version has its point-in-time features.</summary>
/// <param name="Run">The run.</param>
/// <param name="DatasetVersion">The dataset version.</param>
/// <param name="DatasetHash">Its hash.</param>
/// <param name="FeatureSetVersion">The version in which the rows stand; the same number again where nothing changed.</param>
/// <param name="FeatureSetHash">SHA-256 over the version's rows, hex.</param>
/// <param name="SchemaHash">SHA-256 of the feature schema (names, versions of their formulas, order), hex.</param>
/// <param name="Features">Features a row.</param>
/// <param name="Rows">Rows at the version.</param>
/// <param name="ChangedRows">Rows that were added or changed.</param>
/// <param name="Train">True: Train goes on. False: Predict does, with the champion that stands.</param>
/// <param name="TrainReason">Why, in words.</param>
/// <param name="Step">How it ran.</param>
public sealed record FeaturesBuilt(
    Run Run, int DatasetVersion, string DatasetHash, int FeatureSetVersion, string FeatureSetHash, string SchemaHash, int Features, int Rows,
    int ChangedRows, bool Train, string TrainReason, StepTime Step);
