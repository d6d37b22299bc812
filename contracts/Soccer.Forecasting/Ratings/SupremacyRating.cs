namespace Soccer.Forecasting.Ratings;

/// <summary>
/// What the market thinks of a team, learnt match by match from prices: the supremacy ln(p(home) / p(away)) is the home team's rating less the away team's, and the division's
/// home advantage. After a match both ratings move by rate · (supremacy − expected), each its own way. Prices say far more than results, so rates are high: most of what
/// separates two prices of one pair is news, not luck. Teams change over the summer, so the rate starts a season higher and falls to its own value, with e^(−matches/4).
/// </summary>
/// <param name="Rate">Learning rate within a season, 0 to ½: at ½ a match would be explained entirely by its own two teams.</param>
public sealed record SupremacyRating(double Rate)
{
    /// <summary>No step takes more of the error than this: two such teams together would overshoot.</summary>
    const double MostRate = 0.5;

    const double SummerRise = 1.5;
    const double SummerMatches = 4;

    /// <summary>The learning rate of a team that has played so many priced matches this season.</summary>
    public double RateAfter(int played) => Math.Min(MostRate, Rate * (1 + SummerRise * Math.Exp(-played / SummerMatches)));
}
