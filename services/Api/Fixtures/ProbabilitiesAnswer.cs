namespace Soccer.Api.Fixtures;

/// <summary>The probabilities of the three outcomes, rounded to six places so that they sum to one.</summary>
/// <param name="HomeWin">A home win, 0 to 1.</param>
/// <param name="Draw">A draw.</param>
/// <param name="AwayWin">An away win.</param>
public sealed record ProbabilitiesAnswer(double HomeWin, double Draw, double AwayWin)
{
    const int Places = 6;

    /// <summary>The answer for three probabilities: what rounding leaves over goes to the largest, of which it is the least part.</summary>
    public static ProbabilitiesAnswer Of(double homeWin, double draw, double awayWin)
    {
        decimal[] three = [Rounded(homeWin), Rounded(draw), Rounded(awayWin)];
        three[Array.IndexOf(three, three.Max())] += 1 - three.Sum();
        return new((double)three[0], (double)three[1], (double)three[2]);
    }

    /// <summary>The answer for a forecast.</summary>
    public static ProbabilitiesAnswer Of(FixtureRow row) => Of(row.HomeWin, row.Draw, row.AwayWin);

    static decimal Rounded(double probability) => Math.Round((decimal)probability, Places);
}
