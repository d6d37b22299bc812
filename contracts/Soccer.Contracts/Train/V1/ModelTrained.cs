namespace Soccer.Contracts.Train.V1;

/// <summary>Event: a model artifact is stored.</summary>
/// <param name="Run">The run.</param>
/// <param name="ModelId">SHA-256 of the artifact, hex.</param>
/// <param name="Kind">results-only, market-memory or market-aware.</param>
/// <param name="DatasetVersion">The dataset version it was trained on.</param>
/// <param name="FeatureSetVersion">The feature-set version it was trained on.</param>
/// <param name="SchemaHash">The feature schema it reads.</param>
/// <param name="FitRows">Matches it was fitted on.</param>
/// <param name="StopRows">Newer matches that stopped the boosting.</param>
/// <param name="HoldOutRows">The newest matches, seen by neither.</param>
/// <param name="Rounds">Boosting rounds kept.</param>
/// <param name="HoldOut">Scores on the hold-out: the model, the class marginals, and on the matches with odds the model and the market.</param>
/// <param name="Step">How it ran.</param>
public sealed record ModelTrained(
    Run Run, string ModelId, string Kind, int DatasetVersion, int FeatureSetVersion, string SchemaHash, int FitRows, int StopRows, int HoldOutRows,
    int Rounds, Score[] HoldOut, StepTime Step);
