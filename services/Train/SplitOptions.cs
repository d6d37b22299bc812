using System.ComponentModel.DataAnnotations;

namespace Soccer.Train;

/// <summary>How the matches are cut in time. Short histories shorten everything, see <see cref="TimeSplit"/>.</summary>
public sealed record SplitOptions
{
    /// <summary>Years at the beginning that ratings need to warm up; 12: shots are known from 2000 on, and ratings from them settle over some seasons.</summary>
    [Range(0, 100)]
    public int WarmUpYears { get; init; } = 12;

    /// <summary>Days whose matches stop the boosting; 365: each phase of a season once.</summary>
    [Range(1, 3660)]
    public int StopDays { get; init; } = 365;

    /// <summary>Newest days that judge the model; 365: each phase of a season once.</summary>
    [Range(1, 3660)]
    public int HoldOutDays { get; init; } = 365;
}
