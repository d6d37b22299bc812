namespace Soccer.Forecasting.Models;

/// <summary>
/// How likely scores are, by two rates of goals: P(x, y) = τ(x, y) · Poisson(x; λ) · Poisson(y; μ), where τ is 1 but for the four lowest scores. There it moves chance between draws and
/// one-goal wins, for the two teams' goals are not quite independent; it leaves each team's own goals Poisson.
/// </summary>
/// <remarks>Dixon and Coles 1997, "Modelling association football scores and inefficiencies in the football betting market", equation 4.2.</remarks>
public static class DixonColes
{
    /// <summary>Goals that a team is taken to score at most: at the greatest rate, more are a matter of 10⁻⁹.</summary>
    public const int MostGoals = 30;

    /// <summary>The least rate of goals; real ones lie from .2 to 4.</summary>
    public const double LeastRate = 0.05;

    /// <summary>The greatest rate of goals.</summary>
    public const double MostRate = 8;

    /// <summary>τ: how much likelier a score is than if goals were independent; not below 0.</summary>
    /// <param name="score">The score.</param>
    /// <param name="home">λ, the home team's rate of goals.</param>
    /// <param name="away">μ, the away team's.</param>
    /// <param name="rho">ρ; below 0, 0-0 and 1-1 are likelier than among independents.</param>
    public static double Tau(Score score, double home, double away, double rho) => Math.Max(0, score switch
    {
        (0, 0) => 1 - home * away * rho,
        (0, 1) => 1 + home * rho,
        (1, 0) => 1 + away * rho,
        (1, 1) => 1 - rho,
        _ => 1,
    });

    /// <summary>The three outcomes: the scores of each, summed.</summary>
    /// <param name="home">λ, the home team's rate of goals, from <see cref="LeastRate"/> to <see cref="MostRate"/>.</param>
    /// <param name="away">μ, the away team's.</param>
    /// <param name="rho">ρ, as above.</param>
    public static Probabilities Outcomes(double home, double away, double rho)
    {
        Span<double> homeGoals = stackalloc double[MostGoals + 1];
        Span<double> awayGoals = stackalloc double[MostGoals + 1];
        Poisson(home, homeGoals);
        Poisson(away, awayGoals);
        var (homeWin, draw, awayWin) = (0d, 0d, 0d);
        // The chances that the other team has fewer goals than so many.
        var (fewerHome, fewerAway) = (0d, 0d);
        for (var goals = 0; goals <= MostGoals; goals++)
        {
            homeWin += homeGoals[goals] * fewerAway;
            awayWin += awayGoals[goals] * fewerHome;
            draw += homeGoals[goals] * awayGoals[goals];
            fewerHome += homeGoals[goals];
            fewerAway += awayGoals[goals];
        }

        homeWin += More(new(1, 0), homeGoals, awayGoals);
        awayWin += More(new(0, 1), homeGoals, awayGoals);
        draw += More(new(0, 0), homeGoals, awayGoals) + More(new(1, 1), homeGoals, awayGoals);
        var sum = homeWin + draw + awayWin;
        return new(homeWin / sum, draw / sum, awayWin / sum);

        double More(Score score, Span<double> homeGoals, Span<double> awayGoals) =>
            (Tau(score, home, away, rho) - 1) * homeGoals[score.Home] * awayGoals[score.Away];
    }

    /// <summary>How likely 0, 1, 2, … goals are at a rate, as many as there is room for.</summary>
    internal static void Poisson(double rate, Span<double> chances)
    {
        chances[0] = Math.Exp(-rate);
        for (var goals = 1; goals < chances.Length; goals++)
            chances[goals] = chances[goals - 1] * rate / goals;
    }
}
