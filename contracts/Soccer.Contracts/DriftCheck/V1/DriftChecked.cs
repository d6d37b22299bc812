namespace Soccer.Contracts.DriftCheck.V1;

/// <summary>Event: the newest features were held against those the champion was fitted on.</summary>
/// <param name="Run">The run; none where <see cref="CheckDrift"/> asked.</param>
/// <param name="ModelId">The champion.</param>
/// <param name="FeatureSetVersion">The feature-set version that was looked at.</param>
/// <param name="Features">Features compared.</param>
/// <param name="Shifted">Features whose population stability index passes the limit.</param>
/// <param name="LargestPsi">The largest index.</param>
/// <param name="LargestFeature">Its feature.</param>
/// <param name="Settled">Forecasts settled so far.</param>
/// <param name="Step">How it ran.</param>
public sealed record DriftChecked(
    Run? Run, string? ModelId, int FeatureSetVersion, int Features, int Shifted, double LargestPsi, string? LargestFeature, int Settled, StepTime Step);
