using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Soccer.Forecasting.Naming;

namespace Soccer.Forecasting;

/// <summary>Why a name is no team's.</summary>
/// <param name="Reason">What is wrong, and what to do.</param>
/// <param name="Suggestions">
/// The nearest known names, at most three. Empty if no name is near, or if several are equally near and the first would be a guess; the
/// reason then lists them.
/// </param>
/// <param name="Elsewhere">Other countries that have a team of the name.</param>
public sealed record UnknownTeam(string Reason, string[] Suggestions, string[] Elsewhere);

/// <summary>Finds teams by what people call them.</summary>
public sealed class TeamDirectory
{
    readonly FrozenDictionary<string, KnownTeam[]> byLetters;
    readonly FrozenDictionary<string, KnownTeam[]> byPlainLetters;
    readonly FrozenDictionary<long, KnownTeam> byId;
    readonly IReadOnlyDictionary<long, string> present;
    readonly NearTeams near;

    /// <summary>Orders the teams by name and id.</summary>
    /// <param name="teams">Every team.</param>
    /// <param name="present">The division of each team that plays in one's newest season, by the team's id.</param>
    public TeamDirectory(IReadOnlyList<KnownTeam> teams, IReadOnlyDictionary<long, string>? present = null)
    {
        byLetters = ByKey(teams, TeamName.KeyOf);
        byPlainLetters = ByKey(teams, TeamName.PlainKeyOf);
        byId = teams.ToFrozenDictionary(team => team.Id);
        this.present = present ?? FrozenDictionary<long, string>.Empty;
        near = new(teams, this.present);
    }

    /// <summary>The team of an id, or none.</summary>
    public KnownTeam? Find(long id) => byId.GetValueOrDefault(id);

    /// <summary>The division in whose newest season a team plays, or none.</summary>
    public string? DivisionOf(long id) => present.GetValueOrDefault(id);

    /// <summary>The country of a team by its id or else its name, where that is one team's.</summary>
    public string? CountryOf(long? id, string? name)
    {
        if (id is { } known)
            return Find(known)?.Country;
        return name is not null && TryFind(name, new(null), out var team, out _) ? team.Country : null;
    }

    /// <summary>The team of a name.</summary>
    /// <param name="name">A name in whatever letters; only letters and digits count, and accents where two names differ by them.</param>
    /// <param name="scope">Where to look.</param>
    /// <param name="team">The team.</param>
    /// <param name="unknown">Where there is none, or several have the name.</param>
    public bool TryFind(
        string name, TeamScope scope, [NotNullWhen(true)] out KnownTeam? team, [NotNullWhen(false)] out UnknownTeam? unknown)
    {
        var wanted = TeamName.Normalise(name);
        var named = byLetters.GetValueOrDefault(TeamName.KeyOf(wanted), []);
        var found = Within(named, wanted, scope.Country);
        if (found.Length == 0)
            found = Within(byPlainLetters.GetValueOrDefault(TeamName.PlainKeyOf(wanted), []), wanted, scope.Country);
        team = found is [var only] ? only : null;
        unknown = team is not null ? null : found is [] ? Nearest(wanted, scope, named) : Several(wanted, found);
        return unknown is null;
    }

    UnknownTeam Nearest(string wanted, TeamScope scope, KnownTeam[] named)
    {
        string[] elsewhere = [.. named.Select(team => team.Country).Distinct()];
        var reason = $"no team called '{wanted}' is known{(scope.Country is { } country ? $" in {country}" : "")}";
        if (elsewhere.Length > 0)
            reason += $": it is a team of {string.Join(" and of ", elsewhere)}";
        // A team elsewhere has this very name, so that one that is merely near is another club.
        var (teams, isGuess) = near.To(wanted, scope, elsewhere.Length > 0 ? NearTeams.SameWords : NearTeams.Near);
        string[] names = [.. teams.Select(team => team.Name)];
        if (isGuess)
            return new($"{reason}; it could be {string.Join(" or ", names)}", [], elsewhere);
        if (names.Length == 0 && elsewhere.Length == 0 && scope.Country is not null)
            reason += Abroad(wanted);
        return new(reason, names, elsewhere);
    }

    /// <summary>A team of another country is no suggestion: it would be refused too.</summary>
    string Abroad(string wanted) =>
        near.To(wanted, new(null), NearTeams.Sure) is ([var nearest, ..], false) ? $"; {nearest.Name} is a team of {nearest.Country}" : "";

    /// <summary>Teams of one country whose names differ by what does not count.</summary>
    static UnknownTeam Several(string wanted, KnownTeam[] found)
    {
        string[] countries = [.. found.Select(team => team.Country).Distinct()];
        string[] names = [.. found.Select(team => team.Name).Distinct()];
        return countries.Length == 1
            ? new($"'{wanted}' could be {string.Join(" or ", names)}; write one of these names", [], [])
            : new($"'{wanted}' is a team in {string.Join(" and in ", countries)}; name the division", names, []);
    }

    /// <summary>The teams of a country, or of each; of several of a country, the one that is written as was asked.</summary>
    static KnownTeam[] Within(KnownTeam[] named, string wanted, string? country) =>
    [
        .. named.Where(team => country is null || team.Country == country).GroupBy(team => team.Country)
            .SelectMany(teams => Written(wanted, [.. teams])),
    ];

    /// <summary>A name that was stored before names were normalised is another row of the same club: the normalised one counts.</summary>
    static KnownTeam[] Written(string wanted, KnownTeam[] teams) =>
        Array.FindAll(teams, team => team.Name == wanted) is [_, ..] same ? same
        : Array.FindAll(teams, team => TeamName.Normalise(team.Name) == wanted) is [_, ..] written ? written
        : teams;

    static FrozenDictionary<string, KnownTeam[]> ByKey(IEnumerable<KnownTeam> teams, Func<string, string> keyOf) =>
        teams.GroupBy(team => keyOf(TeamName.Normalise(team.Name))).ToFrozenDictionary(named => named.Key, named => named.ToArray());
}
