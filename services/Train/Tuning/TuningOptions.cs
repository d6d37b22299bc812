using System.ComponentModel.DataAnnotations;
using Soccer.Forecasting.Models;

namespace Soccer.Train.Tuning;

/// <summary>How a run that asks for trials searches. Part of the study's id.</summary>
public sealed record TuningOptions
{
    /// <summary>The kind whose trees are tuned; results-only: it serves every match.</summary>
    [AllowedValues(ModelKinds.ResultsOnly, ModelKinds.MarketMemory, ModelKinds.MarketAware)]
    public string Kind { get; init; } = ModelKinds.ResultsOnly;

    /// <summary>Seeds the choice of parameters.</summary>
    public int Seed { get; init; } = 20250201;

    /// <summary>Trials of a study at most, whatever the run asks for; 200: six parameters are covered by then.</summary>
    [Range(1, 1000)]
    public int MostTrials { get; init; } = 200;

    /// <summary>Seconds of fitting, summed over all replicas, after which no further round begins; 3600. 0: one round only.</summary>
    [Range(0, 1_000_000)]
    public int Seconds { get; init; } = 3600;
}
