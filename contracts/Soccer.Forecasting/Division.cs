using System.Collections.Frozen;

namespace Soccer.Forecasting;

/// <summary>A division: one that football-data.co.uk publishes, or one that its code alone describes.</summary>
/// <param name="Code">The source's code: E0. Countries with one league have a three-letter code: ARG.</param>
/// <param name="Country">The country, in English; teams are known by name within it.</param>
/// <param name="Level">1 is the country's top division.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsMain">True for the 22 divisions with a file a season, statistics and opening odds; false for the 16 countries with one file, and for all others.</param>
public sealed record Division(string Code, string Country, int Level, string Name, bool IsMain)
{
    /// <summary>Characters of a code at most; a longer text is no code.</summary>
    public const int LongestCode = 30;

    /// <summary>Every division that football-data.co.uk publishes.</summary>
    public static IReadOnlyList<Division> All { get; } =
    [
        new("E0", "England", 1, "Premier League", true),
        new("E1", "England", 2, "Championship", true),
        new("E2", "England", 3, "League One", true),
        new("E3", "England", 4, "League Two", true),
        new("EC", "England", 5, "National League", true),
        new("SC0", "Scotland", 1, "Premiership", true),
        new("SC1", "Scotland", 2, "Championship", true),
        new("SC2", "Scotland", 3, "League One", true),
        new("SC3", "Scotland", 4, "League Two", true),
        new("D1", "Germany", 1, "Bundesliga", true),
        new("D2", "Germany", 2, "2. Bundesliga", true),
        new("I1", "Italy", 1, "Serie A", true),
        new("I2", "Italy", 2, "Serie B", true),
        new("SP1", "Spain", 1, "La Liga", true),
        new("SP2", "Spain", 2, "Segunda División", true),
        new("F1", "France", 1, "Ligue 1", true),
        new("F2", "France", 2, "Ligue 2", true),
        new("N1", "Netherlands", 1, "Eredivisie", true),
        new("B1", "Belgium", 1, "Pro League", true),
        new("P1", "Portugal", 1, "Primeira Liga", true),
        new("T1", "Turkey", 1, "Süper Lig", true),
        new("G1", "Greece", 1, "Super League", true),
        new("ARG", "Argentina", 1, "Primera División", false),
        new("AUT", "Austria", 1, "Bundesliga", false),
        new("BRA", "Brazil", 1, "Série A", false),
        new("CHN", "China", 1, "Super League", false),
        new("DNK", "Denmark", 1, "Superliga", false),
        new("FIN", "Finland", 1, "Veikkausliiga", false),
        new("IRL", "Ireland", 1, "Premier Division", false),
        new("JPN", "Japan", 1, "J1 League", false),
        new("MEX", "Mexico", 1, "Liga MX", false),
        new("NOR", "Norway", 1, "Eliteserien", false),
        new("POL", "Poland", 1, "Ekstraklasa", false),
        new("ROU", "Romania", 1, "Liga I", false),
        new("RUS", "Russia", 1, "Premier League", false),
        new("SWE", "Sweden", 1, "Allsvenskan", false),
        new("SWZ", "Switzerland", 1, "Super League", false),
        new("USA", "USA", 1, "MLS", false),
    ];

    static readonly FrozenDictionary<string, Division> ByCode = All.ToFrozenDictionary(division => division.Code);

    static readonly FrozenDictionary<string, (string Name, bool CountsFromZero)> Countries = All
        .Where(division => division.IsMain && char.IsAsciiDigit(division.Code[^1]))
        .GroupBy(division => division.Code[..^1])
        .ToFrozenDictionary(group => group.Key, group => (group.First().Country, group.Any(division => division.Code[^1] == '0')));

    /// <summary>The published division of a code, or none.</summary>
    public static Division? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>
    /// The division of any code. One that is not published says itself what it is: a single digit at its end is the level and what stands
    /// before it the country, so that ENG2 is the second level of ENG. Behind the letters of a published country it is that country's next
    /// level: D3 is Germany's third. Any other (MLS, CUP2023) is a country of its own, at level 1.
    /// </summary>
    /// <param name="code">Capital letters A to Z and digits, at most <see cref="LongestCode"/> of them.</param>
    /// <returns>None where the text is no code.</returns>
    public static Division? Of(string code)
    {
        if (Find(code) is { } published)
            return published;
        if (code.Length is 0 or > LongestCode || !code.All(character => char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character)))
            return null;
        var hasLevel = code.Length > 1 && char.IsAsciiDigit(code[^1]) && !char.IsAsciiDigit(code[^2]);
        if (!hasLevel)
            return new(code, code, 1, code, false);
        // England and Scotland count from 0.
        var level = code[^1] - '0';
        return Countries.TryGetValue(code[..^1], out var country)
            ? new(code, country.Name, level + (country.CountsFromZero ? 1 : 0), code, false)
            : new(code, code[..^1], Math.Max(1, level), code, false);
    }
}
