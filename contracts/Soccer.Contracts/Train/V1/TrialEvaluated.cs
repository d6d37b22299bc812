namespace Soccer.Contracts.Train.V1;

/// <summary>Event: a trial has a result in a round, and it is stored.</summary>
/// <param name="Run">The run.</param>
/// <param name="StudyId">The study.</param>
/// <param name="Trial">The set of parameters.</param>
/// <param name="Round">The round.</param>
/// <param name="LogLoss">Mean of −ln p(outcome) on the matches that stop the boosting.</param>
/// <param name="Step">How it ran.</param>
public sealed record TrialEvaluated(Run Run, string StudyId, int Trial, int Round, double LogLoss, StepTime Step);
