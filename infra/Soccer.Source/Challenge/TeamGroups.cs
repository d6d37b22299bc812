namespace Soccer.Source.Challenge;

/// <summary>
/// Groups of a league's teams that never meet within a season: a sign of two leagues under one name. The two may share a club's name, so
/// teams are grouped if they met and have most of their opponents in common, which does not hold for a name that is in both.
/// </summary>
static class TeamGroups
{
    /// <summary>Teams and matches from which on a group is no accident of a season's first weeks.</summary>
    const int FewestTeams = 4, FewestMatches = 20;

    /// <summary>The least share of opponents in common: 1 in a round robin, one half for a name that is two teams.</summary>
    const double LeastCommon = 0.6;

    /// <summary>The groups, the largest first, each with its teams by name; one where all meet.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyCollection<PlainMatch> season)
    {
        var opponents = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var match in season)
        {
            Opponents(match.Home).Add(match.Away);
            Opponents(match.Away).Add(match.Home);
        }
        var group = opponents.Keys.ToDictionary(team => team, team => team, StringComparer.OrdinalIgnoreCase);
        foreach (var match in season)
            if (Common(opponents[match.Home], opponents[match.Away]) >= LeastCommon) Join(match);
        var large = Groups()
            .Where(teams => teams.Count >= FewestTeams && season.Count(match => teams.Contains(match.Home)) >= FewestMatches)
            .SelectMany(teams => teams).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var match in season)
            if (large.Contains(match.Home) && large.Contains(match.Away)) Join(match);
        return
        [
            .. Groups().Where(teams => large.Overlaps(teams)).OrderByDescending(teams => teams.Count)
                .Select(teams => teams.Order(StringComparer.Ordinal).ToList()),
        ];

        // A team is among its own, so that two teams that met have each other in common.
        HashSet<string> Opponents(string team) =>
            opponents.TryGetValue(team, out var set) ? set : opponents[team] = new(StringComparer.OrdinalIgnoreCase) { team };

        List<HashSet<string>> Groups() =>
        [
            .. group.Keys.ToList().GroupBy(Root, StringComparer.OrdinalIgnoreCase)
                .Select(teams => teams.ToHashSet(StringComparer.OrdinalIgnoreCase)),
        ];

        void Join(PlainMatch match) => group[Root(match.Home)] = Root(match.Away);

        string Root(string team)
        {
            while (!group[team].Equals(team, StringComparison.OrdinalIgnoreCase)) team = group[team];
            return team;
        }
    }

    static double Common(HashSet<string> one, HashSet<string> other)
    {
        var both = one.Count(other.Contains);
        return (double)both / (one.Count + other.Count - both);
    }
}
