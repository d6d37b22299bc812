namespace Soccer.Source.World;

/// <summary>What one side did in a match.</summary>
public sealed record SideStatistics(int Shots, int OnTarget, int Corners, int Fouls, int Yellows, int Reds)
{
    /// <summary>
    /// Statistics that tell more of a side's strength than its goals do: shots follow expected goals with a day's form of their own,
    /// every goal is a shot on target.
    /// </summary>
    public static SideStatistics Of(double lambda, int goals, Dice dice)
    {
        var pressure = 12.3 * Math.Pow(lambda / 1.35, .75) * Math.Exp(.16 * dice.Normal());
        var onTarget = goals + dice.Poisson(.24 * pressure);
        var shots = onTarget + dice.Poisson(.63 * pressure);
        return new(shots, onTarget, dice.Poisson(.4 * pressure), dice.Poisson(11.4), dice.Poisson(1.85), dice.Poisson(.055));
    }
}
