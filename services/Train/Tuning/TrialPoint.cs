namespace Soccer.Train.Tuning;

/// <summary>The parameters that a study varies. All others stay as they are configured.</summary>
/// <param name="Depth">See <see cref="BoostingParameters.Depth"/>.</param>
/// <param name="LearningRate">See <see cref="BoostingParameters.LearningRate"/>.</param>
/// <param name="LeafWeight">See <see cref="BoostingParameters.LeafWeight"/>.</param>
/// <param name="FeatureShare">See <see cref="BoostingParameters.FeatureShare"/>.</param>
/// <param name="MatchShare">See <see cref="BoostingParameters.MatchShare"/>.</param>
/// <param name="Ridge">See <see cref="BoostingParameters.Ridge"/>.</param>
public sealed record TrialPoint(int Depth, double LearningRate, double LeafWeight, double FeatureShare, double MatchShare, double Ridge)
{
    /// <summary>The point at which configured parameters stand.</summary>
    public static TrialPoint Of(BoostingParameters parameters) => new(
        parameters.Depth, parameters.LearningRate, parameters.LeafWeight, parameters.FeatureShare, parameters.MatchShare, parameters.Ridge);

    /// <summary>Parameters with this point's values. Rounds that were fixed for others mean nothing here; then the stop part says.</summary>
    public BoostingParameters In(BoostingParameters parameters) => parameters with
    {
        Depth = Depth,
        LearningRate = LearningRate,
        LeafWeight = LeafWeight,
        FeatureShare = FeatureShare,
        MatchShare = MatchShare,
        Ridge = Ridge,
        FixedRounds = this == Of(parameters) ? parameters.FixedRounds : 0,
    };
}
