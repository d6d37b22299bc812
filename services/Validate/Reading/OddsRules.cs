using System.Globalization;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Reading;

/// <summary>
/// Which prices can be real. These limits shape the dataset's content, so they are code and not configuration. They lie outside the 0.05 % and 99.95 %
/// quantiles of 4 million rows from 1993 to 2025, where what is beyond is a typing error (275 for 2.75), a shifted column or an empty exchange.
/// </summary>
public static class OddsRules
{
    /// <summary>Betfair's exchange, the highest of all, ends at 1000.</summary>
    const float HighestPrice = 1000;

    /// <summary>No handicap of the source that is not a typing error is beyond five goals (-225 for -2.25 is one).</summary>
    const float HighestLine = 5;

    /// <summary>
    /// A bookmaker's margin: its sum of inverse prices. Below .98 anybody could win against it alone; real ones reach 1.31 on 1X2, 1.22 on two ways.
    /// </summary>
    static readonly (float Lowest, float Highest) OneBookmaker = (0.98f, 1.35f), OneBookmakerTwoWays = (0.98f, 1.25f);

    /// <summary>The best price of all bookmakers has no margin and often less; an exchange has none, and an unmatched market too much of it.</summary>
    static readonly (float Lowest, float Highest) Best = (0.85f, 1.25f), BestTwoWays = (0.85f, 1.2f);

    /// <summary>What is wrong with a row of odds, in a word, or none.</summary>
    public static string? Defect(in CanonicalOdds odds)
    {
        var threeWays = odds.Market == OddsMarket.Result;
        if (!Possible(odds.First) || !Possible(odds.Second) || (threeWays && !Possible(odds.Third)))
            return "price";
        if (odds.Market == OddsMarket.AsianHandicap && !(Math.Abs(odds.Line) <= HighestLine && odds.Line * 4 == MathF.Round(odds.Line * 4)))
            return "line";
        var booksum = 1 / odds.First + 1 / odds.Second + (threeWays ? 1 / odds.Third : 0);
        var (lowest, highest) = (odds.Bookmaker is Bookmakers.Best or Bookmakers.Exchange, threeWays) switch
        {
            (true, true) => Best,
            (true, false) => BestTwoWays,
            (false, true) => OneBookmaker,
            (false, false) => OneBookmakerTwoWays,
        };
        return booksum < lowest || booksum > highest ? "overround" : null;
    }

    static bool Possible(float price) => price > 1 && price <= HighestPrice;

    /// <summary>
    /// A decimal price, or not a number for what is none (#, x, a missing cell). A price is never two numbers, so 2,10 is 2.10.
    /// </summary>
    public static float Price(ReadOnlySpan<char> cell) =>
        float.TryParse(WithPoint(cell), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) ? price : float.NaN;

    /// <summary>A handicap; two of them in one cell ("-0.5,-1") are the quarter between. Not a number for what is none.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="separator">What parts the file's cells: if it is no comma, -0,25 is -0.25.</param>
    public static float Line(ReadOnlySpan<char> cell, char separator = ',')
    {
        if (separator != ',')
            cell = WithPoint(cell);
        var comma = cell.IndexOf(',');
        return comma < 0 ? Signed(cell) : (Signed(cell[..comma]) + Signed(cell[(comma + 1)..])) / 2;
    }

    static ReadOnlySpan<char> WithPoint(ReadOnlySpan<char> cell) =>
        cell.Count(',') == 1 && !cell.Contains('.') ? cell.ToString().Replace(',', '.') : cell;

    static float Signed(ReadOnlySpan<char> cell) =>
        float.TryParse(cell.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var line)
            ? line
            : float.NaN;
}
