namespace Soccer.Contracts.Validate.V1;

/// <summary>What a gate measured and what it allows.</summary>
/// <param name="Gate">The gate: structure, domain, continuity, volume.</param>
/// <param name="Measure">What is measured, in words: "share of rows in quarantine".</param>
/// <param name="Figure">The measured figure.</param>
/// <param name="Threshold">The most it may be.</param>
/// <param name="Passed">Whether it passed.</param>
public sealed record GateFigure(string Gate, string Measure, double Figure, double Threshold, bool Passed);
