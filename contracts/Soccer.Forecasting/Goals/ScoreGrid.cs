using MathNet.Numerics.RootFinding;
using Soccer.Forecasting.Models;

namespace Soccer.Forecasting.Goals;

/// <summary>A score and how likely it is.</summary>
/// <param name="Score">Goals of both.</param>
/// <param name="Probability">0 to 1.</param>
public readonly record struct ScoreChance(Score Score, double Probability);

/// <summary>
/// How likely each score is, in agreement with the forecast of the outcome: of all distributions of scores whose wins, draws and defeats have the forecast's
/// probabilities, the one nearest to a model of goals.
/// </summary>
/// <remarks>
/// The model of goals is <see cref="DixonColes"/>: two Poisson counts whose four lowest scores depend by ρ. Nearest is by Kullback-Leibler divergence; with the
/// probabilities of a partition given, that is to scale each piece by itself (Csiszár 1975, "I-divergence geometry"). The rates keep their total and are first
/// tilted until the model's wins and defeats stand in the forecast's ratio, so that only draws are left to scale by much.
/// </remarks>
public sealed class ScoreGrid
{
    /// <summary>Goals of one team at most; more have a probability of a few millionths, and are left out.</summary>
    public const int MostGoals = 12;

    /// <summary>ρ: below zero, 0-0 and 1-1 are likelier than without it, 1-0 and 0-1 less so. What the goal models of five seasons' backtests were fitted with, −.045 to −.049.</summary>
    public const double Dependence = -0.047;

    /// <summary>The greatest rate of a grid of so few goals; a rate beyond this or <see cref="DixonColes.LeastRate"/> is no football, and is brought to the limit.</summary>
    const double MostRate = 6;

    /// <summary>e to this many is how far rates may be tilted: a factor of 20.</summary>
    const double MostTilt = 3;

    readonly double[,] chances;

    ScoreGrid(double[,] chances) => this.chances = chances;

    /// <summary>The grid for a forecast.</summary>
    /// <param name="outcome">The forecast; each above 0.</param>
    /// <param name="homeGoals">Expected goals of the home team by a model of goals, above 0.</param>
    /// <param name="awayGoals">Expected goals of the away team.</param>
    /// <exception cref="ArgumentOutOfRangeException">An expectation is not above 0, or a probability is not.</exception>
    public static ScoreGrid Of(Probabilities outcome, double homeGoals, double awayGoals)
    {
        Positive(homeGoals, nameof(homeGoals));
        Positive(awayGoals, nameof(awayGoals));
        Positive(Math.Min(outcome.Home, Math.Min(outcome.Draw, outcome.Away)), nameof(outcome));

        var (home, away) = (Math.Clamp(homeGoals, DixonColes.LeastRate, MostRate), Math.Clamp(awayGoals, DixonColes.LeastRate, MostRate));
        var total = home + away;
        var wanted = Math.Log(outcome.Home / outcome.Away);
        var tilt = Misses(-MostTilt) <= 0 ? -MostTilt : Misses(MostTilt) >= 0 ? MostTilt : Brent.FindRoot(Misses, -MostTilt, MostTilt, accuracy: 1e-12);
        var chances = Model(Rates(tilt));
        var model = Pieces(chances);
        for (var h = 0; h <= MostGoals; h++)
            for (var a = 0; a <= MostGoals; a++)
            {
                var piece = new Score(h, a).Outcome;
                chances[h, a] *= outcome[piece] / outcome.Sum / model[piece];
            }

        return new(chances);

        double Misses(double tilt) => wanted - LogRatio(Rates(tilt));

        (double Home, double Away) Rates(double tilt)
        {
            var tilted = total / (1 + away / home * Math.Exp(-tilt));
            return (tilted, total - tilted);
        }
    }

    /// <summary>The probability of a score; 0 beyond <see cref="MostGoals"/>.</summary>
    public double this[Score score] => score is { Home: >= 0 and <= MostGoals, Away: >= 0 and <= MostGoals } ? chances[score.Home, score.Away] : 0;

    /// <summary>Mean goals of the home team.</summary>
    public double HomeGoals => Sum((score, chance) => score.Home * chance);

    /// <summary>Mean goals of the away team.</summary>
    public double AwayGoals => Sum((score, chance) => score.Away * chance);

    /// <summary>The probability that both teams score.</summary>
    public double BothScore => Sum((score, chance) => score is { Home: > 0, Away: > 0 } ? chance : 0);

    /// <summary>The probability of more goals than a line, such as 2.5.</summary>
    public double Over(double line) => Sum((score, chance) => score.Home + score.Away > line ? chance : 0);

    /// <summary>The likeliest scores, likeliest first; of equals, the one with fewer home goals.</summary>
    public IReadOnlyList<ScoreChance> Likeliest(int count) =>
    [
        .. Scores().Select(score => new ScoreChance(score, this[score])).OrderByDescending(chance => chance.Probability).Take(count),
    ];

    static double[,] Model((double Home, double Away) rates)
    {
        Span<double> home = stackalloc double[MostGoals + 1];
        Span<double> away = stackalloc double[MostGoals + 1];
        DixonColes.Poisson(rates.Home, home);
        DixonColes.Poisson(rates.Away, away);
        var chances = new double[MostGoals + 1, MostGoals + 1];
        for (var h = 0; h <= MostGoals; h++)
            for (var a = 0; a <= MostGoals; a++)
                chances[h, a] = DixonColes.Tau(new(h, a), rates.Home, rates.Away, Dependence) * home[h] * away[a];

        return chances;
    }

    static double LogRatio((double Home, double Away) rates)
    {
        var outcome = DixonColes.Outcomes(rates.Home, rates.Away, Dependence);
        return Math.Log(outcome.Home / outcome.Away);
    }

    static Probabilities Pieces(double[,] chances)
    {
        var (home, draw, away) = (0d, 0d, 0d);
        for (var h = 0; h <= MostGoals; h++)
            for (var a = 0; a <= MostGoals; a++)
                if (h > a)
                    home += chances[h, a];
                else if (h == a)
                    draw += chances[h, a];
                else
                    away += chances[h, a];

        return new(home, draw, away);
    }

    static IEnumerable<Score> Scores() =>
        from home in Enumerable.Range(0, MostGoals + 1)
        from away in Enumerable.Range(0, MostGoals + 1)
        select new Score(home, away);

    double Sum(Func<Score, double, double> term)
    {
        var sum = 0d;
        for (var h = 0; h <= MostGoals; h++)
            for (var a = 0; a <= MostGoals; a++)
                sum += term(new(h, a), chances[h, a]);

        return sum;
    }

    static void Positive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, "A score grid needs expected goals and probabilities above 0.");
    }
}
