namespace Soccer.Contracts.Predict.V1;

/// <summary>What a family of features adds to the margins of a forecast, in natural log-odds. The three sum to 0.</summary>
/// <param name="Family">The family: elo, form, market-ridge.</param>
/// <param name="Home">To a home win's.</param>
/// <param name="Draw">To a draw's.</param>
/// <param name="Away">To an away win's.</param>
public sealed record FamilyEffect(string Family, double Home, double Draw, double Away);
