namespace Soccer.Source.World;

/// <summary>What the bookmakers quote for a match at one time.</summary>
/// <param name="Results">Home, draw and away odds by bookmaker code.</param>
/// <param name="Totals">Over and under 2.5 goals: B365 and P.</param>
/// <param name="Handicap">Asian handicap of the home side in quarter goals, from -5 to 5: bookmakers quote none beyond.</param>
/// <param name="Handicaps">Home and away odds with it: B365 and P.</param>
public sealed record Market(
    Dictionary<string, double[]> Results, Dictionary<string, double[]> Totals, double Handicap, Dictionary<string, double[]> Handicaps)
{
    const double LargestHandicap = 5;

    /// <summary>Both markets of a match. The opening one errs in its expected goals; the closing one has corrected most of that.</summary>
    public static (Market Opening, Market Closing) Of(double home, double away, Dice dice)
    {
        const double ClosingError = .035, OpeningError = .075;
        var (closingHome, closingAway) = (ClosingError * dice.Normal(), ClosingError * dice.Normal());
        var (openingHome, openingAway) = (closingHome + OpeningError * dice.Normal(), closingAway + OpeningError * dice.Normal());
        return (
            Quoted(home * Math.Exp(openingHome), away * Math.Exp(openingAway), dice),
            Quoted(home * Math.Exp(closingHome), away * Math.Exp(closingAway), dice));
    }

    /// <summary>Best price over the bookmakers, by outcome.</summary>
    public static double Best(Dictionary<string, double[]> prices, int outcome) => prices.Values.Max(p => p[outcome]);

    /// <summary>Mean price over the bookmakers, by outcome.</summary>
    public static double Average(Dictionary<string, double[]> prices, int outcome) => prices.Values.Average(p => p[outcome]);

    static Market Quoted(double home, double away, Dice dice)
    {
        var grid = new ScoreGrid(home, away);
        var line = Math.Clamp(Math.Round((away - home) * 4, MidpointRounding.AwayFromZero) / 4, -LargestHandicap, LargestHandicap);
        double[] result = [grid.Home, grid.Draw, grid.Away], total = [grid.Over, 1 - grid.Over];
        var withLine = grid.HomeWithHandicap(line);
        double[] handicap = [withLine, 1 - withLine];
        var two = Bookmaker.All.Where(b => b.Code is "B365" or "PS").ToArray();
        return new(
            Bookmaker.All.ToDictionary(b => b.Code, b => b.Quote(result, dice)),
            two.ToDictionary(b => b.Code.TrimEnd('S'), b => b.Quote(total, dice)),
            line,
            two.ToDictionary(b => b.Code.TrimEnd('S'), b => b.Quote(handicap, dice)));
    }
}
