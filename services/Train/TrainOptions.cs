using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Soccer.Train.Tuning;

namespace Soccer.Train;

/// <summary>How Train trains. Read from the section Train.</summary>
public sealed class TrainOptions
{
    /// <summary>Everything that makes the model what it is; part of the step's key and of the artifact.</summary>
    [Required, ValidateObjectMembers]
    public TrainingParameters Parameters { get; init; } = new();

    /// <summary>How parameters are searched for, where a run asks for trials.</summary>
    [Required, ValidateObjectMembers]
    public TuningOptions Tuning { get; init; } = new();

    /// <summary>
    /// Days for which backtest reports are kept, and forecasts of test seasons whose fit is no longer remembered; null for ever.
    /// Default null: a report is some 100 KB, and the evidence for what was decided.
    /// </summary>
    [Range(30, 36_500)]
    public int? BacktestDays { get; init; }

    /// <summary>The path of XGBoost's library. Default none: libxgboost.so.0 where the system looks for libraries.</summary>
    public string? XGBoostLibrary { get; init; }
}
