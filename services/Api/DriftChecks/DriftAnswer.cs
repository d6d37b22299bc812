namespace Soccer.Api.DriftChecks;

/// <summary>How far the features have moved from what the champion was fitted on.</summary>
/// <param name="Check">The champion's newest check; null if it was never compared.</param>
/// <param name="PsiLimit">The population stability index from which a feature counts as shifted.</param>
/// <param name="Note">Why there is no check; null if there is one.</param>
/// <param name="Features">The features of that check, the one that moved most first.</param>
/// <param name="History">The newest checks of any champion at the end of a run, the newest first.</param>
public sealed record DriftAnswer(
    NewestCheck? Check, double PsiLimit, string? Note, IReadOnlyList<DriftFeature> Features, IReadOnlyList<PastCheck> History);

/// <summary>The champion's newest check.</summary>
/// <param name="At">When a run reported it last, UTC; null if none of the newest runs did.</param>
/// <param name="ModelId">The champion.</param>
/// <param name="FeatureSetVersion">The feature set that it was compared with.</param>
/// <param name="Features">Features compared.</param>
/// <param name="Exceeding">Features whose index reaches the limit.</param>
/// <param name="RunId">The run that reported it; null if none of the newest runs did.</param>
/// <param name="Link">Where that run is.</param>
public sealed record NewestCheck(
    DateTime? At, string ModelId, int FeatureSetVersion, int Features, int Exceeding, Guid? RunId, string? Link);

/// <summary>A feature of a check.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Psi">Its population stability index; 0 is no change.</param>
/// <param name="Exceeds">Whether that reaches the limit.</param>
public sealed record DriftFeature(string Feature, double Psi, bool Exceeds);

/// <summary>A check at the end of a run.</summary>
/// <param name="At">When the run reported it, UTC.</param>
/// <param name="ModelId">The champion; null if there was none.</param>
/// <param name="FeatureSetVersion">The feature set that it was compared with.</param>
/// <param name="Features">Features compared; 0 if there was no champion, or its features are not those of the feature set.</param>
/// <param name="Exceeding">Features whose index reached the limit of that time.</param>
/// <param name="LargestPsi">The largest index.</param>
/// <param name="LargestFeature">Its feature; null if none was compared.</param>
/// <param name="RunId">The run.</param>
/// <param name="Link">Where it is.</param>
public sealed record PastCheck(
    DateTime At, string? ModelId, int FeatureSetVersion, int Features, int Exceeding, double LargestPsi, string? LargestFeature, Guid RunId,
    string Link);
