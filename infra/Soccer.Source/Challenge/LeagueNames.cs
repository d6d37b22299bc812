using Soccer.Forecasting;

namespace Soccer.Source.Challenge;

/// <summary>
/// Which league a cell means. The country is part of it where the file has one: of two countries' Super League each is its own. A league keeps
/// the code under which an earlier mirror of the competition has it, so that its matches stay the same.
/// </summary>
public sealed class LeagueNames
{
    const int ShortestState = 3;

    readonly HashSet<string> earlier;
    readonly Dictionary<string, HashSet<string>> countries = [];
    readonly HashSet<string> withoutCountry = [];
    readonly Dictionary<(string Name, string Country), League?> known = [];
    readonly Dictionary<string, Dictionary<string, string>> spellings = [];

    /// <param name="pairs">Every league with its country, as the results have them.</param>
    /// <param name="earlier">Codes of the mirror that stands already.</param>
    public LeagueNames(IEnumerable<(string Name, string Country)> pairs, IEnumerable<string> earlier)
    {
        this.earlier = [.. earlier];
        foreach (var (name, country) in pairs.Distinct())
            if (country.Length == 0)
                withoutCountry.Add(League.CodeOf(name));
            else
                (countries.TryGetValue(League.CodeOf(name), out var set) ? set : countries[League.CodeOf(name)] = new(StringComparer.OrdinalIgnoreCase)).Add(country);
    }

    /// <summary>Names that fall into one code, by code.</summary>
    public IEnumerable<(string Code, IReadOnlyCollection<string> Names)> Alike =>
        spellings.Where(league => league.Value.Count > 1).OrderBy(league => league.Key, StringComparer.Ordinal)
            .Select(league => (league.Key, (IReadOnlyCollection<string>)league.Value.Values));

    /// <summary>Whether the results say of a league in which country it is played.</summary>
    public bool HasCountry(string name) => countries.ContainsKey(League.CodeOf(name));

    /// <summary>The league of a cell and its country's, which may be empty; or why there is none.</summary>
    public (League? League, string Advice) Of(string name, string country)
    {
        var plain = League.CodeOf(name);
        if (plain.Length == 0) return (null, "write the league's name");
        var played = countries.GetValueOrDefault(plain);
        // A list may say the country though the results do not.
        if (played is null && withoutCountry.Contains(plain)) country = "";
        if (country.Length == 0 && played is { Count: > 1 })
            return (null, $"leagues of {played.Count} countries have that name; add the column Country with one of {string.Join(", ", played.Order(StringComparer.Ordinal))}");
        country = country.Length > 0 ? country : played?.Single() ?? "";
        if (!known.TryGetValue((name, country), out var league))
        {
            known[(name, country)] = league = League.Of(CodeOf(name, plain, country, played?.Count ?? 0));
            if (league is not null)
                Note(league.Code, country.Length > 0 ? $"{name} ({country})" : name);
        }
        return (league, $"write at most {Division.LongestCode} letters and digits, the country's among them, as in ENG1");
    }

    // Case and spaces make no other spelling.
    void Note(string code, string name) =>
        (spellings.TryGetValue(code, out var names) ? names : spellings[code] = []).TryAdd(
            name.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), name);

    string CodeOf(string name, string plain, string country, int countriesOfName)
    {
        // What an earlier version of this program made of the name.
        var former = string.Concat(name.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        var state = League.CodeOf(country);
        var isOfCountry = Division.Find(plain) is { } published && published.Country.Equals(country, StringComparison.OrdinalIgnoreCase)
            || IsCountryAndLevel(plain, state);
        var code = state.Length == 0 || isOfCountry ? plain : Shortened(state, plain.Length) + plain;
        return code != former && countriesOfName <= 1 && earlier.Contains(former) && !earlier.Contains(code) ? former : code;
    }

    static string Shortened(string state, int letters) => state[..Math.Min(state.Length, Math.Max(ShortestState, Division.LongestCode - letters))];

    // ENG1 of England.
    static bool IsCountryAndLevel(string plain, string state) =>
        plain.Length >= 3 && state.StartsWith(plain.TrimEnd("0123456789".ToCharArray()), StringComparison.Ordinal) && char.IsAsciiDigit(plain[^1]);
}
