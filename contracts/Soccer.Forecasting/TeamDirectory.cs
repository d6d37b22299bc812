using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Soccer.Forecasting;

/// <summary>Why a name is no team's.</summary>
/// <param name="Reason">What is wrong, and what to do.</param>
/// <param name="Suggestions">The nearest known names, at most three; none where none is near.</param>
/// <param name="Elsewhere">Other countries that have a team of the name.</param>
public sealed record UnknownTeam(string Reason, string[] Suggestions, string[] Elsewhere);

/// <summary>Finds teams by what people call them.</summary>
public sealed class TeamDirectory
{
    const int Suggested = 3;
    readonly IReadOnlyList<KnownTeam> teams;
    readonly FrozenDictionary<string, KnownTeam[]> byName;
    readonly FrozenDictionary<long, KnownTeam> byId;

    /// <summary>Orders the teams by name and id.</summary>
    public TeamDirectory(IReadOnlyList<KnownTeam> teams)
    {
        this.teams = teams;
        byName = teams.GroupBy(team => Plain(team.Name)).ToFrozenDictionary(named => named.Key, named => named.ToArray());
        byId = teams.ToFrozenDictionary(team => team.Id);
    }

    /// <summary>The team of an id, or none.</summary>
    public KnownTeam? Find(long id) => byId.GetValueOrDefault(id);

    /// <summary>The team of a name, in a country where one is known.</summary>
    /// <param name="name">A name in whatever letters; only letters and digits count.</param>
    /// <param name="country">The country to look in, or all.</param>
    /// <param name="team">The team.</param>
    /// <param name="unknown">Where there is none, or several countries have one.</param>
    public bool TryFind(string name, string? country, [NotNullWhen(true)] out KnownTeam? team, [NotNullWhen(false)] out UnknownTeam? unknown)
    {
        var wanted = Plain(name);
        var found = byName.GetValueOrDefault(wanted, []);
        string[] elsewhere = country is null ? [] : [.. found.Where(named => named.Country != country).Select(named => named.Country)];
        if (country is not null)
            found = [.. found.Where(named => named.Country == country)];
        team = found is [var only] ? only : null;
        unknown = found.Length switch
        {
            1 => null,
            0 => new(
                $"no team called '{name}' is known{(country is null ? "" : $" in {country}")}{(elsewhere.Length == 0 ? "" : $": it is a team of {string.Join(" and of ", elsewhere)}")}",
                [.. Nearest(wanted, country)], elsewhere),
            _ => new($"'{name}' is a team in {string.Join(" and in ", found.Select(named => named.Country))}; name the division", [.. found.Select(named => named.Name)], []),
        };
        return unknown is null;
    }

    /// <summary>Nearest first: what begins as the other does, and else that of which no more than half would have to change.</summary>
    IEnumerable<string> Nearest(string wanted, string? country) => wanted.Length == 0 ? [] : teams
        .Where(team => country is null || team.Country == country)
        .Select(team => (team.Name, Plain: Plain(team.Name)))
        .Where(team => team.Plain.Length > 0)
        .Select(team => (team.Name, team.Plain, Distance: IsBeginning(team.Plain, wanted) ? 0 : Distance(wanted, team.Plain)))
        .Where(team => team.Distance <= Math.Max(wanted.Length, team.Plain.Length) / 2)
        .OrderBy(team => team.Distance)
        .ThenBy(team => team.Name, StringComparer.Ordinal)
        .Select(team => team.Name)
        .Distinct()
        .Take(Suggested);

    static bool IsBeginning(string one, string other) => one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Levenshtein: letters to add, drop or change.</summary>
    static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
