namespace Soccer.Forecasting.Ratings;

/// <summary>A team's two pi-ratings: how many goals it is better than the average team at home, and away, on a scale that flattens large differences.</summary>
public readonly record struct PiRating(double Home, double Away);

/// <summary>
/// Pi-ratings: each team has a rating at home and one away. A match moves the rating of its venue by λ·ψ(e), e the error of the expected goal difference and
/// ψ(e) = 3·log10(1 + e), and the other one by the share γ of that.
/// </summary>
/// <remarks>Constantinou and Fenton 2013, "Determining the level of ability of football teams by dynamic ratings based on the relative discrepancies in scores between adversaries".</remarks>
/// <param name="Lambda">Learning rate. The paper's is .035.</param>
/// <param name="Gamma">How far a match at one venue tells of the other. The paper's is .7.</param>
public sealed record PiRatings(double Lambda = 0.035, double Gamma = 0.7)
{
    const double Base = 10;
    const double Scale = 3;

    /// <summary>Goals by which a team of this rating is expected to beat the average team: ±(10^(|R|/3) − 1).</summary>
    public static double ExpectedAgainstAverage(double rating) => Math.CopySign(Math.Pow(Base, Math.Abs(rating) / Scale) - 1, rating);

    /// <summary>Home goals less away goals, as expected.</summary>
    public static double ExpectedGoalDifference(PiRating home, PiRating away) => ExpectedAgainstAverage(home.Home) - ExpectedAgainstAverage(away.Away);

    /// <summary>Both teams' ratings after a result.</summary>
    public (PiRating Home, PiRating Away) After(PiRating home, PiRating away, Score score)
    {
        var error = score.Home - score.Away - ExpectedGoalDifference(home, away);
        var step = Lambda * Math.CopySign(Scale * Math.Log10(1 + Math.Abs(error)), error);
        return (new(home.Home + step, home.Away + Gamma * step), new(away.Home - Gamma * step, away.Away - step));
    }
}
