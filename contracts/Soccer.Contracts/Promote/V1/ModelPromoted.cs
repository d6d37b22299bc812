namespace Soccer.Contracts.Promote.V1;

/// <summary>Event: a model became champion.</summary>
/// <param name="Run">The run.</param>
/// <param name="ModelId">The new champion.</param>
/// <param name="AliasSequence">The entry in the alias log; a reader ignores one older than it holds.</param>
/// <param name="PreviousModelId">The champion before, where there was one.</param>
/// <param name="DatasetVersion">The run's dataset version.</param>
/// <param name="FeatureSetVersion">The run's feature-set version, to forecast from.</param>
/// <param name="Evidence">The checks and their figures, a line each.</param>
/// <param name="Step">How it ran.</param>
public sealed record ModelPromoted(
    Run Run, string ModelId, long AliasSequence, string? PreviousModelId, int DatasetVersion, int FeatureSetVersion, string[] Evidence, StepTime Step);
