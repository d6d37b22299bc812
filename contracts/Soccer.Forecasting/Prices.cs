using System.Globalization;

namespace Soccer.Forecasting;

/// <summary>One bookmaker's decimal odds for the three outcomes: what a stake of 1 returns, the stake included. A price that is not offered is 0.</summary>
public readonly record struct Prices(double Home, double Draw, double Away)
{
    /// <summary>
    /// The smallest overround that is a real offer. One bookmaker's is above 1; the best of all bookmakers falls to about .97 on a competitive match.
    /// Below .95 a price is wrong.
    /// </summary>
    public const double LeastOverround = 0.95;

    /// <summary>The largest overround that is a real offer: bookmakers of the 2000s took up to 1.2 on small divisions. Above 1.25 a price is wrong.</summary>
    public const double MostOverround = 1.25;

    /// <summary>The largest price that is a real offer: exchanges go to 1,000. Far above it a probability is too small to be told from 0.</summary>
    public const double MostPrice = 1001;

    /// <summary>The prices of home win, draw and away win; none where they are not three.</summary>
    public static Prices? Of(IReadOnlyList<double> odds) => odds is [var home, var draw, var away] ? new(home, draw, away) : null;

    /// <summary>What to say of odds that are not <see cref="IsUsable"/>.</summary>
    public static string AdviceFor(IEnumerable<double> odds) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(string.Join(" / ", odds.Select(price => price.ToString(CultureInfo.InvariantCulture))) is [_, ..] given ? $"{given} are no odds" : "there are no odds")} of home win, draw and away win: "
        + $"give three decimal prices above 1, {MostPrice} at most, with reciprocals that sum to {LeastOverround} to {MostOverround}");

    /// <summary>The price of one outcome.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is none of the three.</exception>
    public double this[Outcome outcome] => outcome switch
    {
        Outcome.HomeWin => Home,
        Outcome.Draw => Draw,
        Outcome.AwayWin => Away,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome is a home win, a draw or an away win."),
    };

    /// <summary>The sum of the reciprocals: 1.05 is a margin of 5%.</summary>
    public double Overround => 1 / Home + 1 / Draw + 1 / Away;

    /// <summary>Whether all three are above 1 and at most <see cref="MostPrice"/>, and the overround lies in [<see cref="LeastOverround"/>, <see cref="MostOverround"/>].</summary>
    public bool IsUsable => Home is > 1 and <= MostPrice && Draw is > 1 and <= MostPrice && Away is > 1 and <= MostPrice && Overround is >= LeastOverround and <= MostOverround;
}
