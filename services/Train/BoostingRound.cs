namespace Soccer.Train;

/// <summary>Where boosting stands.</summary>
/// <param name="Round">Rounds grown.</param>
/// <param name="LogLoss">On the stop part, after this round.</param>
/// <param name="BestRound">The round after which the log loss was least.</param>
/// <param name="BestLogLoss">The log loss after it.</param>
public readonly record struct BoostingRound(int Round, double LogLoss, int BestRound, double BestLogLoss);
