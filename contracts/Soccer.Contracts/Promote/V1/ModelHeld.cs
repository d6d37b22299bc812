namespace Soccer.Contracts.Promote.V1;

/// <summary>Event: a model did not become champion; whatever was champion still is.</summary>
/// <param name="Run">The run.</param>
/// <param name="ModelId">The model that was held.</param>
/// <param name="ChampionModelId">The champion that stands; none where no model was ever promoted.</param>
/// <param name="DatasetVersion">The run's dataset version.</param>
/// <param name="FeatureSetVersion">The run's feature-set version, to forecast from.</param>
/// <param name="Reasons">Why it was held, a line each.</param>
/// <param name="Step">How it ran.</param>
public sealed record ModelHeld(
    Run Run, string ModelId, string? ChampionModelId, int DatasetVersion, int FeatureSetVersion, string[] Reasons, StepTime Step);
