namespace Soccer.Contracts.Predict.V1;

/// <summary>What a feature adds to the margins of a forecast, in natural log-odds. The three sum to 0.</summary>
/// <param name="Family">Its family.</param>
/// <param name="Feature">Its name: elo_difference.</param>
/// <param name="Value">Its value of this match; none where it is missing.</param>
/// <param name="Home">To a home win's.</param>
/// <param name="Draw">To a draw's.</param>
/// <param name="Away">To an away win's.</param>
public sealed record FeatureEffect(string Family, string Feature, double? Value, double Home, double Draw, double Away);
