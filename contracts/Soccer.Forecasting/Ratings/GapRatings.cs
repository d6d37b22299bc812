namespace Soccer.Forecasting.Ratings;

/// <summary>A team's four generalised attacking performance ratings, in units of what is counted: shots, corners.</summary>
public readonly record struct GapRating(double HomeAttack, double HomeDefence, double AwayAttack, double AwayDefence);

/// <summary>
/// Generalised attacking performance ratings: the home team is expected to make (its home attack + the opponent's away defence) / 2. The
/// error moves the ratings of the match's venue by λ·φ and those of the other venue by λ·(1 − φ). Ratings are never below zero.
/// </summary>
/// <remarks>Wheatcroft 2020, "A profitable model for predicting the over/under market in football". The paper has a φ for each side; here they are one.</remarks>
/// <param name="Lambda">Learning rate.</param>
/// <param name="Phi">How much of a step goes to the venue that was played at, ½ to 1.</param>
public sealed record GapRatings(double Lambda = 0.1, double Phi = 0.6)
{
    /// <summary>What the home team is expected to make.</summary>
    public static double ExpectedHome(GapRating home, GapRating away) => (home.HomeAttack + away.AwayDefence) / 2;

    /// <summary>What the away team is expected to make.</summary>
    public static double ExpectedAway(GapRating home, GapRating away) => (away.AwayAttack + home.HomeDefence) / 2;

    /// <summary>Both teams' ratings after a match.</summary>
    public (GapRating Home, GapRating Away) After(GapRating home, GapRating away, double homeMade, double awayMade)
    {
        var homeStep = Lambda * (homeMade - ExpectedHome(home, away));
        var awayStep = Lambda * (awayMade - ExpectedAway(home, away));
        var other = 1 - Phi;
        return (
            new(Up(home.HomeAttack, Phi * homeStep), Up(home.HomeDefence, Phi * awayStep), Up(home.AwayAttack, other * homeStep), Up(home.AwayDefence, other * awayStep)),
            new(Up(away.HomeAttack, other * awayStep), Up(away.HomeDefence, other * homeStep), Up(away.AwayAttack, Phi * awayStep), Up(away.AwayDefence, Phi * homeStep)));
    }

    static double Up(double rating, double step) => Math.Max(0, rating + step);
}
