using Soccer.Forecasting;

namespace Soccer.Source.Challenge;

/// <summary>
/// Which league a cell means. The country is part of it if the file has one, so that two countries' Super Leagues are two leagues. A league
/// keeps the code that an earlier mirror of the competition gave it, so that its matches stay the same.
/// </summary>
public sealed class LeagueNames
{
    const int ShortestState = 3;

    readonly HashSet<string> earlier;
    // By the league's plain code: the countries that the results name, none of them twice; an empty one where they name none.
    readonly ILookup<string, string> countries;
    readonly Dictionary<(string Name, string Country), League?> known = [];
    readonly Dictionary<string, Dictionary<string, string>> spellings = [];

    /// <param name="pairs">Every league with its country, as the results have them.</param>
    /// <param name="earlier">Codes of the leagues in the existing mirror.</param>
    public LeagueNames(IEnumerable<(string Name, string Country)> pairs, IEnumerable<string> earlier)
    {
        this.earlier = [.. earlier];
        countries = pairs.DistinctBy(pair => (League.CodeOf(pair.Name), pair.Country.ToUpperInvariant()))
            .ToLookup(pair => League.CodeOf(pair.Name), pair => pair.Country);
    }

    /// <summary>Names that fall into one code, by code.</summary>
    public IEnumerable<(string Code, IReadOnlyCollection<string> Names)> Alike =>
        spellings.Where(league => league.Value.Count > 1).OrderBy(league => league.Key, StringComparer.Ordinal)
            .Select(league => (league.Key, (IReadOnlyCollection<string>)league.Value.Values));

    /// <summary>Whether the results say of a league in which country it is played.</summary>
    public bool HasCountry(string name) => CountriesOf(League.CodeOf(name)).Length > 0;

    /// <summary>The league of a cell and its country's, which may be empty; or why there is none.</summary>
    public (League? League, string Advice) Of(string name, string country)
    {
        var plain = League.CodeOf(name);
        if (plain.Length == 0) return (null, "write the league's name");
        var played = CountriesOf(plain);
        // A list may name the country though the results do not.
        if (played.Length == 0 && countries.Contains(plain)) country = "";
        if (country.Length == 0 && played.Length > 1)
            return (null,
                $"leagues of {played.Length} countries have that name; add the column Country with one of {string.Join(", ", played)}");
        if (country.Length == 0) country = played.SingleOrDefault("");
        if (!known.TryGetValue((name, country), out var league))
        {
            known[(name, country)] = league = League.Of(CodeOf(name, plain, country, played.Length));
            if (league is not null)
                Note(league.Code, country.Length > 0 ? $"{name} ({country})" : name);
        }
        return (league, $"write at most {Division.LongestCode} letters and digits, the country's among them, as in ENG1");
    }

    string[] CountriesOf(string plain) => [.. countries[plain].Where(country => country.Length > 0).Order(StringComparer.Ordinal)];

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

    static string Shortened(string state, int letters) =>
        state[..Math.Min(state.Length, Math.Max(ShortestState, Division.LongestCode - letters))];

    // ENG1 of England.
    static bool IsCountryAndLevel(string plain, string state) =>
        plain.Length >= ShortestState && char.IsAsciiDigit(plain[^1])
        && state.StartsWith(plain.AsSpan().TrimEnd("0123456789"), StringComparison.Ordinal);
}
