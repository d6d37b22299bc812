using Soccer.Contracts.Train.V1;
using static Soccer.Tables.Train.Experiments;

namespace Soccer.Train.Experiments;

/// <summary>What a fit was made for: a run's model, a trial of a study in a run, or a season of a backtest.</summary>
public sealed record ExperimentOwner(string Purpose, Guid? RunId, string? StudyId, int? TrialNumber, int? Round, Guid? BacktestId, int? Season)
{
    /// <summary>A run's model.</summary>
    public static ExperimentOwner Of(Guid runId) => new(Final, runId, null, null, null, null, null);

    /// <summary>A trial.</summary>
    public static ExperimentOwner Of(EvaluateTrial trial) => new(Trial, trial.Run.Id, trial.StudyId, trial.Trial, trial.Round, null, null);

    /// <summary>A test season.</summary>
    public static ExperimentOwner Of(Guid backtestId, int season) => new(Backtest, null, null, null, null, backtestId, season);
}
