namespace Soccer.Source.World;

/// <summary>Points, goal difference, goals scored; then the name, so that an order is always had.</summary>
public static class LeagueTable
{
    /// <summary>The clubs, the champion first.</summary>
    public static Club[] Final(Club[] clubs, IReadOnlyCollection<SimulatedMatch> matches)
    {
        var rows = clubs.ToDictionary(c => c.Name, _ => new int[3]);
        foreach (var match in matches)
        {
            Add(rows[match.Home], match.Goals.Home, match.Goals.Away);
            Add(rows[match.Away], match.Goals.Away, match.Goals.Home);
        }
        return [.. clubs.OrderByDescending(c => rows[c.Name][0]).ThenByDescending(c => rows[c.Name][1])
            .ThenByDescending(c => rows[c.Name][2]).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }

    static void Add(int[] row, int scored, int conceded)
    {
        row[0] += scored > conceded ? 3 : scored == conceded ? 1 : 0;
        row[1] += scored - conceded;
        row[2] += scored;
    }
}
