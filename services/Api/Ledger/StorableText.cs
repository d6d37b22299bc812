using System.Text;
using System.Text.RegularExpressions;

namespace Soccer.Api.Ledger;

/// <summary>Texts of messages as the database can hold them: PostgreSQL has no U+0000, and no half of a surrogate pair.</summary>
static partial class StorableText
{
    /// <summary>The text with control characters, other than line ends and tabs, shown as \u0000.</summary>
    public static string Of(string text)
    {
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t'))
                storable.Append(@"\u").Append($"{rune.Value:X4}");
            else
                storable.Append(rune.ToString());
        }
        return storable.ToString();
    }

    /// <summary>JSON in which U+0000 is the six characters that stand for it elsewhere.</summary>
    public static string OfJson(string json) => Zero.Replace(json, @"$1\\u0000");

    // An even number of backslashes before it: the escape itself, and not an escaped backslash with u0000 behind it.
    [GeneratedRegex(@"(?<!\\)((?:\\\\)*)\\u0000")]
    static partial Regex Zero { get; }
}
