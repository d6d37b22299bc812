namespace Soccer.Contracts.Train.V1;

/// <summary>Event: a study has chosen the parameters that its run trains with.</summary>
/// <param name="Run">The run.</param>
/// <param name="StudyId">The study.</param>
/// <param name="Trials">Sets of parameters that were tried.</param>
/// <param name="Evaluations">Fits over all rounds.</param>
/// <param name="Chosen">The trial that was chosen.</param>
/// <param name="LogLoss">Its log loss in the last round.</param>
/// <param name="ConfiguredLogLoss">That of the configured parameters in the same round.</param>
/// <param name="Reason">Why it ended, in words.</param>
public sealed record StudyEnded(
    Run Run, string StudyId, int Trials, int Evaluations, int Chosen, double LogLoss, double ConfiguredLogLoss, string Reason);
