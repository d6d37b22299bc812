namespace Soccer.Predict;

/// <summary>Expected goals of both teams by the model of goals among the features: what a score grid starts from.</summary>
/// <param name="Home">Goals of the home team, above 0.</param>
/// <param name="Away">Goals of the away team, above 0.</param>
public readonly record struct GoalRates(float Home, float Away)
{
    /// <summary>The features that expect goals, best first: the teams' online strengths, then the division's means.</summary>
    static readonly (string Home, string Away)[] Sources = [("goals_strength_020_home", "goals_strength_020_away"), ("division_home_goals", "division_away_goals")];

    /// <summary>The rates that a row holds; none where neither team nor division has scored yet.</summary>
    /// <param name="features">The row's columns.</param>
    /// <param name="row">One value a feature; <see cref="float.NaN"/> is missing.</param>
    public static GoalRates? Of(string[] features, float[] row)
    {
        foreach (var (home, away) in Sources)
            if (ValueOf(home) is > 0 and < float.PositiveInfinity and var homeGoals && ValueOf(away) is > 0 and < float.PositiveInfinity and var awayGoals)
                return new(homeGoals, awayGoals);

        return null;

        float ValueOf(string feature) => Array.IndexOf(features, feature) is >= 0 and var at ? row[at] : float.NaN;
    }
}
