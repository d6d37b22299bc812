using Soccer.Tables.Validate;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Reading;

/// <summary>Where the prices of one bookmaker, phase and market stand in a row; an index below zero is no column.</summary>
/// <param name="Bookmaker">The canonical code.</param>
/// <param name="Phase">Opening or closing.</param>
/// <param name="Market">What is bet on.</param>
/// <param name="Line">Index of the handicap, for the Asian handicap.</param>
/// <param name="First">Index of the price of home or over.</param>
/// <param name="Second">Index of the price of the draw, under, or away on the Asian handicap.</param>
/// <param name="Third">Index of the price of away, for 1X2.</param>
public sealed record OddsColumns(string Bookmaker, OddsPhase Phase, OddsMarket Market, int Line, int First, int Second, int Third)
{
    /// <summary>
    /// Finds every market in a header by its pattern, so that a bookmaker the source adds tomorrow is read without a change: a code followed by H, D and A;
    /// by >2.5 and &lt;2.5; by AHH and AHA. Sorted by bookmaker, phase and market.
    /// </summary>
    /// <param name="header">Column names to their first index.</param>
    public static IReadOnlyList<OddsColumns> Find(IReadOnlyDictionary<string, int> header)
    {
        var found = new Dictionary<(string, OddsPhase, OddsMarket), OddsColumns>();
        foreach (var (name, first) in header.OrderBy(column => column.Value))
        {
            if (MarketOf(header, name, first) is { } odds)
                found.TryAdd((odds.Bookmaker, odds.Phase, odds.Market), odds);
        }
        return [.. found.Values.OrderBy(odds => odds.Bookmaker, StringComparer.Ordinal).ThenBy(odds => odds.Phase).ThenBy(odds => odds.Market)];
    }

    static OddsColumns? MarketOf(IReadOnlyDictionary<string, int> header, string name, int first)
    {
        if (Code(name, ">2.5") is { } goals && header.TryGetValue(goals + "<2.5", out var under))
            return Of(OddsMarket.OverUnder, goals, header.ContainsKey(goals + "C>2.5"), -1, first, under, -1);
        if (Code(name, "AHH") is { } handicap && header.TryGetValue(handicap + "AHA", out var away))
        {
            var odds = Of(OddsMarket.AsianHandicap, handicap, header.ContainsKey(handicap + "CAHH"), -1, first, away, -1);
            return LineOf(header, handicap, odds.Phase) is { } line ? odds with { Line = line } : null;
        }
        if (Code(name, "H") is { } result && header.TryGetValue(result + "D", out var draw) && header.TryGetValue(result + "A", out var second))
            return Of(OddsMarket.Result, result, header.ContainsKey(result + "CH"), -1, first, draw, second);
        return null;
    }

    static string? Code(string name, string ending) =>
        name.EndsWith(ending, StringComparison.Ordinal) && Bookmakers.IsCode(name.AsSpan(..^ending.Length)) ? name[..^ending.Length] : null;

    static OddsColumns Of(OddsMarket market, string code, bool hasClosing, int line, int first, int second, int third)
    {
        var (bookmaker, phase) = Bookmakers.Of(code, hasClosing);
        return new OddsColumns(bookmaker, phase, market, line, first, second, third);
    }

    /// <summary>A bookmaker's own handicap (GBAH, to 2004/05), else the market's: BbAHh to 2018/19, then AHh, and AHCh at closing.</summary>
    static int? LineOf(IReadOnlyDictionary<string, int> header, string code, OddsPhase phase)
    {
        string[] names = [code + "AH", phase == OddsPhase.Closing ? "AHCh" : code.StartsWith("Bb", StringComparison.Ordinal) ? "BbAHh" : "AHh"];
        foreach (var name in names)
        {
            if (header.TryGetValue(name, out var index))
                return index;
        }
        return null;
    }
}
