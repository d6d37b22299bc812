namespace Soccer.Forecasting.Ratings;

/// <summary>
/// Elo's rating with football's two additions: a home advantage, and steps that grow with the goal difference. The home team gains K·(1 + ln|d|)·(actual − expected),
/// the away team loses as much; actual is 1, ½ or 0, and a draw counts as a difference of one.
/// </summary>
/// <remarks>Elo 1978; Hvattum and Arntzen 2010, "Using ELO ratings for match result prediction in association football".</remarks>
/// <param name="K">Points at stake in a match of equals won by one goal. 14 to 20 forecast alike on 28 seasons of 22 divisions.</param>
/// <param name="HomeAdvantage">Points that playing at home is worth.</param>
public sealed record Elo(double K = 18, double HomeAdvantage = 65)
{
    /// <summary>What a team is worth when it is first seen: 1500 − 150 × level. Teams that come up or down bring what they have, so levels settle by themselves.</summary>
    /// <param name="level">1 is the country's top division.</param>
    public static double Start(int level) => 1500 - 150 * level;

    /// <summary>The home team's expected share of the point, 0 to 1: 1 / (1 + 10^(−(home + advantage − away)/400)).</summary>
    public double Expected(double home, double away) => 1 / (1 + Math.Pow(10, -(home + HomeAdvantage - away) / 400));

    /// <summary>What the home team gains by a result, and the away team loses.</summary>
    public double Gain(double home, double away, Score score)
    {
        var actual = score.Outcome switch { Outcome.HomeWin => 1, Outcome.Draw => 0.5, _ => 0 };
        var margin = Math.Max(1, Math.Abs(score.Home - score.Away));
        return K * (1 + Math.Log(margin)) * (actual - Expected(home, away));
    }
}
