namespace Soccer.Forecasting;

/// <summary>How likely each outcome of a match is: three numbers from 0 to 1 that sum to one, up to rounding.</summary>
public readonly record struct Probabilities(double Home, double Draw, double Away)
{
    /// <summary>The probability of one outcome.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is none of the three.</exception>
    public double this[Outcome outcome] => outcome switch
    {
        Outcome.HomeWin => Home,
        Outcome.Draw => Draw,
        Outcome.AwayWin => Away,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome is a home win, a draw or an away win."),
    };

    /// <summary>What the three sum to: one, for a forecast.</summary>
    public double Sum => Home + Draw + Away;

    /// <summary>The likeliest outcome; of equals, the first in the order home, draw, away.</summary>
    public Outcome Favourite => Home >= Draw && Home >= Away ? Outcome.HomeWin : Draw >= Away ? Outcome.Draw : Outcome.AwayWin;
}
