namespace Soccer.Forecasting.Ratings;

/// <summary>A team's attack and defence, on a log scale: attack .1 makes about 10% more, defence .1 lets the opponent make about 10% less.</summary>
/// <param name="Attack">Above or below the average attack.</param>
/// <param name="Defence">Above or below the average defence.</param>
/// <param name="Played">Matches learnt from this season.</param>
public readonly record struct Strength(double Attack, double Defence, int Played = 0);

/// <summary>
/// A Poisson regression that learns match by match: a team makes λ = mean · exp(its attack − the opponent's defence) goals, shots or corners. After a match the attack
/// rises, and the opponent's defence falls, by rate · (made − λ) / mean: the gradient of the log likelihood, in units of the mean so that one rate serves goals and shots.
/// Teams change over the summer, so the rate is 2½ times as high in a season's first match and falls to its own value, with e^(−matches/6).
/// </summary>
/// <remarks>Maher 1982 for the model; the online gradient in place of a fit follows Rue and Salvesen 2000's aim of strengths that move in time.</remarks>
/// <param name="Rate">Learning rate within a season.</param>
public sealed record OnlinePoisson(double Rate)
{
    /// <summary>No error teaches more than this many means: one 9-0 is not five 4-0.</summary>
    const double MostError = 2.5;

    const double SummerRise = 1.5;
    const double SummerMatches = 6;

    /// <summary>What an attack makes against a defence.</summary>
    /// <param name="mean">What an average attack makes against an average defence at this venue.</param>
    /// <param name="attacking">The team that makes.</param>
    /// <param name="defending">The team that lets.</param>
    public static double Expected(double mean, Strength attacking, Strength defending) => mean * Math.Exp(attacking.Attack - defending.Defence);

    /// <summary>The learning rate of a team that has played so many matches this season.</summary>
    public double RateAfter(int played) => Rate * (1 + SummerRise * Math.Exp(-played / SummerMatches));

    /// <summary>Both teams' strengths after a match, each from the strengths before it.</summary>
    public (Strength Home, Strength Away) After(double homeMean, double awayMean, Strength home, Strength away, double homeMade, double awayMade)
    {
        var (homeError, awayError) = (Error(homeMean, home, away, homeMade), Error(awayMean, away, home, awayMade));
        return (Moved(home, homeError, awayError), Moved(away, awayError, homeError));
    }

    static double Error(double mean, Strength attacking, Strength defending, double made) =>
        Math.Clamp((made - Expected(mean, attacking, defending)) / mean, -MostError, MostError);

    Strength Moved(Strength team, double madeError, double letError)
    {
        var rate = RateAfter(team.Played);
        return new(team.Attack + rate * madeError, team.Defence - rate * letError, team.Played + 1);
    }
}
