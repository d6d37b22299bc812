namespace Soccer.Contracts.Train.V1;

/// <summary>Command: fit with one set of parameters, and say how well that did on the matches that stop the boosting. Replicas compete for these.</summary>
/// <param name="Run">The run.</param>
/// <param name="StudyId">The study that asks, SHA-256, hex.</param>
/// <param name="Trial">The set of parameters, numbered from 1; 1 is the configured one.</param>
/// <param name="Round">The round, from 1.</param>
/// <param name="Share">Share of the fit part that the round may use, its newest matches; above 0, to 1.</param>
/// <param name="Depth">Splits from root to leaf.</param>
/// <param name="LearningRate">Share of a tree's answer that counts.</param>
/// <param name="LeafWeight">Least weight of a leaf.</param>
/// <param name="FeatureShare">Share of the features that a tree may use.</param>
/// <param name="MatchShare">Share of the matches that a tree sees.</param>
/// <param name="Ridge">Ridge penalty on the leaves.</param>
public sealed record EvaluateTrial(
    Run Run, string StudyId, int Trial, int Round, double Share, int Depth, double LearningRate, double LeafWeight, double FeatureShare, double MatchShare,
    double Ridge)
{
    /// <summary>The one queue that takes this command.</summary>
    public const string Queue = "evaluate-trial";
}
