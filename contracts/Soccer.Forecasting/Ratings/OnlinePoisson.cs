namespace Soccer.Forecasting.Ratings;

/// <summary>A team's attack and defence, on a log scale: attack .1 makes about 10% more, defence .1 lets the opponent make about 10% less.</summary>
public readonly record struct Strength(double Attack, double Defence);

/// <summary>
/// A Poisson regression that learns match by match: a team makes λ = base · exp(its attack − the opponent's defence) goals, shots or corners. After a match the attack
/// rises, and the opponent's defence falls, by rate · (made − λ) / base: the gradient of the log likelihood, in units of the base so that one rate serves goals and shots.
/// </summary>
/// <remarks>Maher 1982 for the model; the online gradient in place of a fit follows Rue and Salvesen 2000's aim of strengths that move in time.</remarks>
/// <param name="Rate">Learning rate: about .025 for goals; .03 (slow) and .08 (quick) for shots, shots on target and corners.</param>
public sealed record OnlinePoisson(double Rate)
{
    /// <summary>No error teaches more than this many bases: one 9-0 is not five 4-0.</summary>
    const double MostError = 2.5;

    /// <summary>What an attack makes against a defence.</summary>
    /// <param name="mean">What an average attack makes against an average defence at this venue.</param>
    /// <param name="attacking">The team that makes.</param>
    /// <param name="defending">The team that lets.</param>
    public static double Expected(double mean, Strength attacking, Strength defending) => mean * Math.Exp(attacking.Attack - defending.Defence);

    /// <summary>The step that the attack gains and the defence loses.</summary>
    public double Step(double mean, Strength attacking, Strength defending, double made) =>
        Rate * Math.Clamp((made - Expected(mean, attacking, defending)) / mean, -MostError, MostError);

    /// <summary>Both teams' strengths after a match, each from the strengths before it.</summary>
    public (Strength Home, Strength Away) After(double homeMean, double awayMean, Strength home, Strength away, double homeMade, double awayMade)
    {
        var homeStep = Step(homeMean, home, away, homeMade);
        var awayStep = Step(awayMean, away, home, awayMade);
        return (new(home.Attack + homeStep, home.Defence - awayStep), new(away.Attack + awayStep, away.Defence - homeStep));
    }
}
