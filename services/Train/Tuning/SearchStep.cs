namespace Soccer.Train.Tuning;

/// <summary>A set of parameters to try in a round.</summary>
/// <param name="Trial">Its number, from 1.</param>
/// <param name="Round">The round, from 1.</param>
/// <param name="Share">Share of the fit part's matches, the newest; above 0, to 1.</param>
/// <param name="Point">The parameters.</param>
public sealed record Proposal(int Trial, int Round, double Share, TrialPoint Point);

/// <summary>What came of it.</summary>
/// <param name="Trial">Its number.</param>
/// <param name="Round">The round.</param>
/// <param name="LogLoss">Mean of −ln p(outcome) on the stop part.</param>
/// <param name="Seconds">How long the fit took.</param>
public sealed record TrialResult(int Trial, int Round, double LogLoss, double Seconds);

/// <summary>What follows a complete round: more trials, or the end.</summary>
public sealed record SearchStep(IReadOnlyList<Proposal> Proposals, SearchOutcome? Outcome);

/// <summary>The end of a search.</summary>
/// <param name="Chosen">The trial with the least log loss in the last complete round; of equals the first.</param>
/// <param name="Round">That round.</param>
/// <param name="LogLoss">Its log loss there.</param>
/// <param name="ConfiguredLogLoss">That of trial 1 there.</param>
/// <param name="Reason">Why it ended, in words.</param>
public sealed record SearchOutcome(int Chosen, int Round, double LogLoss, double ConfiguredLogLoss, string Reason);
