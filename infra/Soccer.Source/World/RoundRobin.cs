namespace Soccer.Source.World;

/// <summary>Who meets whom in which round: the circle method, home and away by turns.</summary>
public static class RoundRobin
{
    /// <summary>
    /// Rounds of (home, away) indices below <paramref name="teams"/>: (teams − 1) × meetings rounds, in each of which every team plays once;
    /// of any two teams' meetings half are at either's ground.
    /// </summary>
    public static (int Home, int Away)[][] Rounds(int teams, int meetings)
    {
        var once = Enumerable.Range(0, teams - 1).Select(round => Round(teams, round)).ToArray();
        return [.. Enumerable.Range(0, meetings).SelectMany(leg => leg % 2 == 0 ? once : once.Select(Swapped))];
    }

    static (int Home, int Away)[] Round(int teams, int round)
    {
        var last = teams - 1;
        var pairs = new (int Home, int Away)[teams / 2];
        pairs[0] = round % 2 == 0 ? (round, last) : (last, round);
        for (var k = 1; k < teams / 2; k++)
        {
            var (a, b) = ((round + k) % last, (round - k + last) % last);
            pairs[k] = k % 2 == 0 ? (a, b) : (b, a);
        }
        return pairs;
    }

    static (int Home, int Away)[] Swapped((int Home, int Away)[] round) => [.. round.Select(p => (p.Away, p.Home))];
}
