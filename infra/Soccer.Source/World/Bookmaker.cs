namespace Soccer.Source.World;

/// <summary>A simulated bookmaker under a real one's column code.</summary>
/// <param name="Code">Column prefix: B365, PS.</param>
/// <param name="Margin">Overround above one of its three-way prices.</param>
/// <param name="Noise">Standard deviation of its own opinion around the market's, on the log scale of a probability.</param>
/// <param name="Ticks">Whether it quotes on the coarse ladder of the high street; else to the hundredth.</param>
public sealed record Bookmaker(string Code, double Margin, double Noise, bool Ticks)
{
    /// <summary>All that ever quote; not every season has every one.</summary>
    public static Bookmaker[] All { get; } =
    [
        new("B365", .054, .012, true), new("BW", .063, .015, true), new("IW", .075, .018, true), new("PS", .024, .007, false),
        new("WH", .062, .016, true), new("VC", .046, .014, true), new("1XB", .032, .016, false),
    ];

    /// <summary>
    /// Decimal odds for probabilities that sum to one: the margin is laid on in proportion to p^0.7, so longshots carry more of it than favourites.
    /// </summary>
    public double[] Quote(double[] fair, Dice dice)
    {
        var opinion = fair.Select(p => p * Math.Exp(Noise * dice.Normal())).ToArray();
        var scale = 1 / opinion.Sum();
        var weights = opinion.Select(p => Math.Pow(p * scale, .7)).ToArray();
        var share = Margin * (fair.Length == 2 ? .75 : 1) / weights.Sum();
        return [.. opinion.Select((p, i) => Rounded(1 / (p * scale + share * weights[i])))];
    }

    double Rounded(double odds)
    {
        var tick = !Ticks ? .01 : odds switch { < 2 => .01, < 3 => .05, < 6 => .1, < 10 => .25, < 20 => .5, _ => 1 };
        return Math.Clamp(Math.Round(Math.Round(odds / tick) * tick, 2), 1.01, 67);
    }
}
