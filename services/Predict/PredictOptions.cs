using System.ComponentModel.DataAnnotations;

namespace Soccer.Predict;

/// <summary>What Predict forecasts. Read from the section Predict.</summary>
public sealed class PredictOptions
{
    /// <summary>Days after a run's day whose fixtures are forecast. Default 7: further ahead the source knows none.</summary>
    [Range(1, 60)]
    public int Days { get; init; } = 7;

    /// <summary>The furthest day of a single match, in days after the newest run's. Default 365: team strengths say nothing of a later season.</summary>
    [Range(1, 3650)]
    public int FurthestDays { get; init; } = 365;
}
