using System.Globalization;
using System.Text;
using Soccer.Forecasting.Naming;

namespace Soccer.Forecasting;

/// <summary>The one spelling in which names of teams are stored and compared.</summary>
public static class TeamName
{
    /// <summary>The apostrophes that keyboards and files have for the straight one.</summary>
    const string Apostrophes = "\u2018\u2019\u201B\u2032\u02B9\u02BB\u02BC\u00B4`\uFF07";

    /// <summary>
    /// Letters and their accents as one character (normalisation form C), the straight apostrophe, single spaces, none at either end, and
    /// no control characters or other invisible ones. A name that has been normalised stays as it is.
    /// </summary>
    public static string Normalise(string name)
    {
        var text = new StringBuilder(name.Length);
        var space = false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                space = text.Length > 0;
                continue;
            }
            if (IsInvisible(rune))
                continue;
            if (space)
                text.Append(' ');
            space = false;
            text.Append(rune.IsBmp && Apostrophes.Contains((char)rune.Value) ? "'" : rune.ToString());
        }
        return Accents.Compose(text.ToString());
    }

    /// <summary>Two characters without a width of their own belong to the spelling of Persian and of Indian languages.</summary>
    static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D);

    /// <summary>Letters, digits and marks in lower case: what counts when two names are compared; all, where there are none.</summary>
    internal static string KeyOf(string normalised)
    {
        var letters = new StringBuilder(normalised.Length);
        foreach (var rune in normalised.EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (isMark || Rune.IsLetterOrDigit(rune))
                letters.Append(Rune.ToLowerInvariant(rune));
        }
        return letters.Length > 0 ? letters.ToString() : normalised;
    }

    /// <summary>The same without accents: ü is u, ß is ss, ø is o.</summary>
    internal static string PlainKeyOf(string normalised) => KeyOf(Plain(normalised));

    /// <summary>Lower case without accents; letters of other alphabets stay.</summary>
    public static string Plain(string normalised)
    {
        var text = new StringBuilder(normalised.Length);
        foreach (var letter in Accents.Decompose(normalised))
        {
            if (Accents.IsAccent(letter))
                continue;
            var small = char.ToLowerInvariant(letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - '\uFF01' + '!') : letter);
            text.Append(small switch
            {
                'ß' or 'ẞ' => "ss",
                'æ' => "ae",
                'œ' => "oe",
                'þ' => "th",
                'ø' => "o",
                'đ' or 'ð' => "d",
                'ł' => "l",
                'ħ' => "h",
                'ı' => "i",
                'ς' => "σ",
                _ => small.ToString(),
            });
        }
        return text.ToString();
    }
}
