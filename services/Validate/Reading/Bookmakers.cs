using Soccer.Tables.Validate;

namespace Soccer.Validate.Reading;

/// <summary>One code per bookmaker, whatever the column calls it.</summary>
public static class Bookmakers
{
    /// <summary>The market's average over bookmakers: BbAv to 2018/19, Avg since.</summary>
    public const string Average = "Avg";

    /// <summary>The market's best price: BbMx to 2018/19, Max since.</summary>
    public const string Best = "Max";

    /// <summary>Pinnacle: PS on the result, P on goals and handicap.</summary>
    public const string Pinnacle = "PS";

    /// <summary>Betfair's exchange: no margin of its own, and thin openings.</summary>
    public const string Exchange = "BFE";

    /// <summary>Characters of a code; the source's longest is 1XB or B365, and a longer name before H, D, A is no code.</summary>
    public const int LongestCode = 12;

    /// <summary>VC Bet, whose own last letter is not the C of closing.</summary>
    const string VcBet = "VC";

    /// <summary>Whether a column's beginning can be a bookmaker's code: a few letters and digits.</summary>
    public static bool IsCode(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character))
                return false;
        }
        return text.Length is > 0 and <= LongestCode;
    }

    /// <summary>
    /// The bookmaker and phase behind a column's code. A C at the end says closing (B365C, AvgC), unless the code belongs to a bookmaker of that name: VC, or
    /// one whose own closing columns (<paramref name="hasClosing"/>) stand in the same header.
    /// </summary>
    public static (string Bookmaker, OddsPhase Phase) Of(string code, bool hasClosing)
    {
        var closing = code.Length > 1 && code[^1] == 'C' && code != VcBet && !hasClosing;
        var name = closing ? code[..^1] : code;
        return (Canonical(name), closing ? OddsPhase.Closing : OddsPhase.Opening);
    }

    static string Canonical(string name) => name switch
    {
        "BbAv" => Average,
        "BbMx" => Best,
        "P" => Pinnacle,
        _ => name,
    };
}
