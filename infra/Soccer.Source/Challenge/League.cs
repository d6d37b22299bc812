using System.Security.Cryptography;
using System.Text;
using Soccer.Forecasting;

namespace Soccer.Source.Challenge;

/// <summary>A league of a plain file.</summary>
/// <param name="Code">The name of its file under new/: capital letters A to Z and digits, see <see cref="CodeOf"/>.</param>
/// <param name="Country">Teams of one country are the same in all its leagues: see <see cref="Division.Of"/>.</param>
public sealed record League(string Code, string Country)
{
    const int LettersOfHash = 10;

    /// <summary>The league of a code; null where it is none.</summary>
    public static League? Of(string code) => Division.Of(code) is { } division ? new(division.Code, division.Country) : null;

    /// <summary>
    /// The code of a league's name: its letters without accents and its digits, in capitals, so that Süper Lig is SUPERLIG. A name with
    /// letters of another alphabet is X, ten letters by its hash, and the digit at its end, so that no two of them fall together. Empty
    /// where the name has no letter and no digit.
    /// </summary>
    public static string CodeOf(string name)
    {
        var letters = string.Concat(TeamName.Plain(name).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        if (letters.All(char.IsAsciiLetterOrDigit))
            return letters;
        var level = char.IsAsciiDigit(letters[^1]) && !char.IsAsciiDigit(letters[^2]) ? letters[^1..] : "";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(letters[..^level.Length]));
        return $"X{string.Concat(hash.Take(LettersOfHash).Select(part => (char)('A' + part % 26)))}{level}";
    }
}
