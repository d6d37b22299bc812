using System.ComponentModel.DataAnnotations;

namespace Soccer.Api;

/// <summary>How the Api keeps its ledger. Read from the section Api.</summary>
public sealed class ApiOptions
{
    /// <summary>Minutes without an event or a progress report until a run counts as stalled. Default 15: no stage is silent for longer when it works.</summary>
    [Range(0.01, 100_000)]
    public double StalledAfterMinutes { get; init; } = 15;

    /// <summary>Runs whose progress is held in memory. Default 200: more than ever run at a time, and a report has a hundred bytes.</summary>
    [Range(1, 100_000)]
    public int ProgressRuns { get; init; } = 200;
}
