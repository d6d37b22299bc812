namespace Soccer.Source.Challenge;

/// <summary>A league of a plain file.</summary>
/// <param name="Code">
/// The name of its file under new/: the letters A to Z and digits of what it is called, in capitals, so that "Serie A" is SERIEA. A code of football-data.co.uk (E0, SP1, ARG) is that division; of
/// any other a single digit at the end is the level, and what stands before it the country.
/// </param>
/// <param name="Country">Teams of one country are the same in all its leagues: England of E1, ENG of ENG2; a code without a level is a country of its own.</param>
public sealed record League(string Code, string Country)
{
    /// <summary>Characters of a code at most.</summary>
    public const int LongestCode = 30;

    static readonly Dictionary<string, string> Published = Site.Country.Main.Concat(Site.Country.New)
        .SelectMany(country => country.Divisions.Select(division => (division.Code, country.Name))).ToDictionary(d => d.Code, d => d.Name);

    /// <summary>The league of a cell, or none where it holds no letter from A to Z and no digit, or too many.</summary>
    public static League? Of(string text)
    {
        var code = string.Concat(text.ToUpperInvariant().Where(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)));
        if (code.Length is 0 or > LongestCode) return null;
        if (Published.TryGetValue(code, out var country)) return new(code, country);
        var hasLevel = code.Length > 1 && char.IsAsciiDigit(code[^1]) && !char.IsAsciiDigit(code[^2]);
        return new(code, hasLevel ? code[..^1] : code);
    }
}
