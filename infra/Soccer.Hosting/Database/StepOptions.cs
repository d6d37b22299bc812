using System.ComponentModel.DataAnnotations;

namespace Soccer.Hosting.Database;

/// <summary>How long steps are remembered. Read from the section Steps of every service.</summary>
public sealed class StepOptions
{
    /// <summary>
    /// Days for which the result of a step is remembered; null for ever. Default 365: a step that was forgotten is computed again when
    /// it is asked for again, and gives the same ids, so that only time is lost. At least 30: a run decides once, also where its
    /// message lay among the dead letters for weeks.
    /// </summary>
    [Range(30, 36_500)]
    public int? Days { get; init; } = 365;
}
