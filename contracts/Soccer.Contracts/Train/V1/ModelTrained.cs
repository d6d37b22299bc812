namespace Soccer.Contracts.Train.V1;

/// <summary>Event: a model artifact is stored.</summary>
/// <param name="Run">The run.</param>
/// <param name="ModelId">SHA-256 of the artifact, hex.</param>
/// <param name="Kind">The kind that knows most among those it forecasts: results-only, market-memory or market-aware.</param>
/// <param name="DatasetVersion">The dataset version it was trained on.</param>
/// <param name="FeatureSetVersion">The feature-set version it was trained on.</param>
/// <param name="SchemaHash">The feature schema it reads.</param>
/// <param name="FitRows">Matches it was fitted on.</param>
/// <param name="StopRows">Newer matches that stopped the boosting.</param>
/// <param name="HoldOutRows">The newest matches, seen by neither.</param>
/// <param name="Rounds">Boosting rounds kept by the part that keeps most.</param>
/// <param name="HoldOut">Scores on the hold-out: the class marginals, each kind, and on the matches with odds the market too.</param>
/// <param name="Step">How it ran.</param>
/// <param name="Kinds">Every kind it forecasts, from the one that knows least; none in a message from before there were several.</param>
/// <param name="Libraries">The native libraries that could grow trees, by version or build: "XGBoost 1.7.4, LightGBM none"; none in an older message.</param>
public sealed record ModelTrained(
    Run Run, string ModelId, string Kind, int DatasetVersion, int FeatureSetVersion, string SchemaHash, int FitRows, int StopRows, int HoldOutRows,
    int Rounds, Score[] HoldOut, StepTime Step, string[]? Kinds = null, string? Libraries = null);
