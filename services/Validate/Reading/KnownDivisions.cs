using System.Collections.Frozen;
using Soccer.Csv;
using Soccer.Forecasting;

namespace Soccer.Validate.Reading;

/// <summary>
/// The divisions that a list of coming matches may name: those that football-data.co.uk publishes, and those of which the snapshot has a
/// file of results.
/// </summary>
public sealed class KnownDivisions
{
    /// <summary>Without any snapshot: the published ones.</summary>
    public static KnownDivisions Published { get; } = new([]);

    readonly FrozenDictionary<string, Division> byCode;
    readonly FrozenDictionary<string, Division> byCountry;

    /// <summary>Learns from files of results.</summary>
    public KnownDivisions(IEnumerable<FileContent> results)
    {
        var contents = results.Where(content => content.Defect is null && !content.File.IsFixtures).ToList();
        byCode = Division.All
            .Concat(contents.Select(content => Division.Of(content.File.Code)).OfType<Division>())
            .DistinctBy(division => division.Code)
            .ToFrozenDictionary(division => division.Code);
        // The name of a country says which league is meant only where one file has it.
        byCountry = Division.All.Where(division => !division.IsMain).Select(division => (division.Country, Division: division))
            .Concat(contents.Where(content => content.Country is not null && Division.Find(content.File.Code) is null)
                .Select(content => (Country: content.Country!, Division: Division.Of(content.File.Code)!)))
            .GroupBy(named => named.Country, StringComparer.OrdinalIgnoreCase)
            .Where(named => named.Count() == 1)
            .ToFrozenDictionary(named => named.Key, named => named.Single().Division, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The division of a code; null where it is not known.</summary>
    public Division? Of(ReadOnlySpan<char> code) => byCode.GetValueOrDefault(code.ToString().ToUpperInvariant());

    /// <summary>
    /// The league of a country: by its code, or the country's only one, whatever it is called. Null if the country is not known or has
    /// several.
    /// </summary>
    public Division? LeagueOf(ReadOnlySpan<char> code, ReadOnlySpan<char> country)
    {
        var named = Of(code) ?? Division.Of(code.ToString());
        if (named is not null && country.Equals(named.Country, StringComparison.OrdinalIgnoreCase))
            return named;
        if (byCountry.GetValueOrDefault(country.ToString()) is { } only)
            return only;
        // A published code under another country's name is not that division.
        return named is not null && Division.Find(named.Code) is null ? Of(code) : null;
    }
}
