namespace Soccer.Train;

/// <summary>Where the fit of a kind stands.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Learner">What is being fitted.</param>
/// <param name="Round">Rounds grown.</param>
/// <param name="Rounds">Rounds at most.</param>
public readonly record struct FitProgress(string Kind, string Learner, int Round, int Rounds);
