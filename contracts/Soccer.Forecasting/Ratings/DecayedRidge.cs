using System.Runtime.Intrinsics;

namespace Soccer.Forecasting.Ratings;

/// <summary>A team's attack and defence in up to four numbers: its attack makes so much more, its defence lets so much less, than the average.</summary>
public readonly record struct RidgeStrength(Vector256<double> Attack, Vector256<double> Defence);

/// <summary>
/// Attack and defence of every team of a country by ridge regression on all its matches at once, older ones counting less: the strengths that minimise
/// Σ 2^(−age/half-life) · (made − attack + opponent's defence)² + ridge · Σ (strength − level)². Up to four numbers are solved side by side, for they share their equations. The level is
/// the division's, or the team's own in a slower ridge, so that a short memory does not forget which team is a great one.
/// </summary>
/// <remarks>
/// Hoerl and Kennard 1970, "Ridge regression"; Gauss-Seidel sweeps from the last solution, Golub and Van Loan, "Matrix computations", section 11.2. The equations are kept as sums in the weights
/// of a reference day, so that a day's decay is one factor on the ridge.
/// </remarks>
/// <param name="halfLife">Days after which a match counts half.</param>
/// <param name="ridge">How many newest matches the level counts as much as.</param>
/// <param name="slower">Where a team's level is looked up, or none for the division's. It must learn each match itself, after this one has.</param>
/// <param name="tolerance">Sweeping ends when no strength moves by more.</param>
/// <param name="sweeps">Sweeps at most, a match day.</param>
public sealed class DecayedRidge(double halfLife, double ridge, DecayedRidge? slower = null, double tolerance = 1e-2, int sweeps = 8)
{
    /// <summary>Days after which the reference day is moved, and what no longer matters is let go.</summary>
    const int RebaseAfter = 365;

    /// <summary>A team that has not played for so many days is forgotten.</summary>
    const int ForgottenAfter = 730;

    /// <summary>Opponents that weigh less than a thousandth of a match are let go.</summary>
    const double LeastWeight = 1e-3;

    readonly Dictionary<long, int> positions = [];
    readonly List<RidgeTeam> teams = [];
    RidgeStrength[] strengths = new RidgeStrength[16];
    int reference;
    int day;
    bool isSettled = true;

    /// <summary>Where a team stands after the matches learnt so far.</summary>
    /// <returns>False where it has no match, or none for two years.</returns>
    public bool TryFind(long team, out RidgeStrength strength)
    {
        Settle();
        var known = positions.TryGetValue(team, out var at);
        strength = known ? strengths[at] : default;
        return known;
    }

    /// <summary>Learns from a match. Solving waits until somebody asks, or a later day begins.</summary>
    /// <param name="matchDay">Its day number; never before one already learnt.</param>
    /// <param name="home">The home team.</param>
    /// <param name="away">The away team.</param>
    /// <param name="homeMade">What the home team made above what is usual at home.</param>
    /// <param name="awayMade">What the away team made above what is usual away.</param>
    /// <param name="level">The level of the division: what both teams are pulled towards until they play in another.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is before one already learnt.</exception>
    public void Learn(int matchDay, long home, long away, Vector256<double> homeMade, Vector256<double> awayMade, Vector256<double> level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(matchDay, day);
        if (matchDay > day)
            Begin(matchDay);

        var weight = WeightOf(day);
        var (first, second) = (Position(home, level), Position(away, level));
        teams[first].Add(second, weight, homeMade, awayMade);
        teams[second].Add(first, weight, awayMade, homeMade);
        isSettled = false;
    }

    /// <summary>Writes what has been learnt, solved.</summary>
    public void Save(BinaryWriter writer)
    {
        Settle();
        writer.Write(reference);
        writer.Write(day);
        writer.Write(teams.Count);
        for (var i = 0; i < teams.Count; i++)
        {
            teams[i].Save(writer);
            RidgeBits.Write(writer, strengths[i].Attack);
            RidgeBits.Write(writer, strengths[i].Defence);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote, in place of what was learnt.</summary>
    public void Load(BinaryReader reader)
    {
        (reference, day, isSettled) = (reader.ReadInt32(), reader.ReadInt32(), true);
        positions.Clear();
        teams.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var at = Put(RidgeTeam.Load(reader));
            strengths[at] = new(RidgeBits.Read(reader), RidgeBits.Read(reader));
        }
    }

    double WeightOf(int atDay) => Math.Pow(2, (atDay - reference) / halfLife);

    void Begin(int matchDay)
    {
        Settle();
        if (matchDay - reference > RebaseAfter)
            Rebase(matchDay);

        day = matchDay;
    }

    int Position(long team, Vector256<double> level)
    {
        if (!positions.TryGetValue(team, out var at))
        {
            at = Put(new(team));
            strengths[at] = new(level, level);
        }

        (teams[at].LastDay, teams[at].Level) = (day, level);
        return at;
    }

    int Put(RidgeTeam team)
    {
        var at = teams.Count;
        if (at == strengths.Length)
            Array.Resize(ref strengths, 2 * at);

        positions.Add(team.Id, at);
        teams.Add(team);
        return at;
    }

    // Each team's attack and defence in turn are put where its own equations want them, given all the others.
    void Settle()
    {
        if (isSettled)
            return;

        var prior = ridge * WeightOf(day);
        foreach (var team in teams)
            team.Pull(prior, slower is not null && slower.TryFind(team.Id, out var known) ? known : new(team.Level, team.Level));

        var furthest = double.PositiveInfinity;
        for (var sweep = 0; sweep < sweeps && furthest > tolerance; sweep++)
            furthest = Sweep();

        isSettled = true;
    }

    double Sweep()
    {
        var furthest = Vector256<double>.Zero;
        for (var i = 0; i < teams.Count; i++)
        {
            var solved = teams[i].Solve(strengths);
            furthest = Vector256.Max(furthest, Vector256.Max(Vector256.Abs(solved.Attack - strengths[i].Attack), Vector256.Abs(solved.Defence - strengths[i].Defence)));
            strengths[i] = solved;
        }

        return Math.Max(Math.Max(furthest[0], furthest[1]), Math.Max(furthest[2], furthest[3]));
    }

    void Rebase(int matchDay)
    {
        var stay = new int[teams.Count];
        var count = 0;
        for (var i = 0; i < stay.Length; i++)
            stay[i] = matchDay - teams[i].LastDay > ForgottenAfter ? -1 : count++;

        var factor = Math.Pow(2, (reference - matchDay) / halfLife);
        foreach (var team in teams)
            team.Rebase(factor, LeastWeight, stay, strengths);

        positions.Clear();
        for (var i = 0; i < stay.Length; i++)
            if (stay[i] is >= 0 and var to)
            {
                (teams[to], strengths[to]) = (teams[i], strengths[i]);
                positions.Add(teams[to].Id, to);
            }

        teams.RemoveRange(count, teams.Count - count);
        reference = matchDay;
    }
}
