using System.ComponentModel.DataAnnotations;

namespace Soccer.DriftCheck;

/// <summary>What counts as drift. Read from the section DriftCheck.</summary>
public sealed class DriftCheckOptions
{
    /// <summary>Days before the run's day whose matches are held against the reference. Default 365: a season, because features have seasons of their own.</summary>
    [Range(7, 3650)]
    public int Days { get; init; } = 365;

    /// <summary>The population stability index from which a feature counts as shifted. Default 0.25: "a large shift" by the usual rule of thumb.</summary>
    [Range(0.01, 10)]
    public double ShiftedPsi { get; init; } = 0.25;
}
