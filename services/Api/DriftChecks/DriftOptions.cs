using System.ComponentModel.DataAnnotations;

namespace Soccer.Api.DriftChecks;

/// <summary>What counts as drift. Read from the section DriftCheck, whose values have to be those of the service DriftCheck.</summary>
public sealed class DriftOptions
{
    /// <summary>The population stability index from which a feature counts as shifted. Default 0.25, as in DriftCheck.</summary>
    [Range(0.01, 10)]
    public double ShiftedPsi { get; init; } = 0.25;
}
