namespace Soccer.Train.Tuning;

/// <summary>
/// Successive halving (Jamieson and Talwalkar 2016) with thirds. Every set of parameters is tried on the newest matches only; the best
/// third goes on to a round with
/// three times as many, up to all of them. The configured parameters are trial 1 and go along to the end, so that what is chosen has beaten
/// them on the same matches.
/// Each round is a function of the complete rounds before it, in the order of the trials' numbers: who finished first says nothing.
/// </summary>
/// <param name="Configured">Trial 1.</param>
/// <param name="Trials">Sets of parameters to try; at least 1.</param>
/// <param name="Seed">Of the others' choice.</param>
/// <param name="SecondsLimit">When the complete rounds have taken this many seconds of fitting, on whatever machines, no further round
/// begins.</param>
public sealed record Search(TrialPoint Configured, int Trials, int Seed, int SecondsLimit)
{
    const int Third = 3;
    const int MostRounds = 3;

    /// <summary>
    /// Rounds: one where there are too few challengers to part, at most three, for the ninth part of the matches is little enough.
    /// </summary>
    public int Rounds => Trials - 1 < Third ? 1 : Trials - 1 < Third * Third ? 2 : MostRounds;

    /// <summary>Fits over all rounds, if time lasts.</summary>
    public int Evaluations
    {
        get
        {
            var (sum, challengers) = (0, Trials - 1);
            for (var round = 1; round <= Rounds; round++, challengers = ThirdOf(challengers))
                sum += 1 + challengers;

            return sum;
        }
    }

    /// <summary>The first round.</summary>
    public IReadOnlyList<Proposal> First() => [.. Enumerable.Range(1, Trials).Select(trial => new Proposal(trial, 1, Share(1), PointOf(trial)))];

    /// <summary>What follows a round.</summary>
    /// <param name="round">The round, from 1.</param>
    /// <param name="results">The results so far, in any order; those of later rounds are passed over.</param>
    /// <returns>None while a result of the round is missing.</returns>
    public SearchStep? After(int round, IReadOnlyCollection<TrialResult> results)
    {
        if (Complete(round, results) is not { } last)
            return null;

        var spent = results.Where(result => result.Round <= round).OrderBy(result => result.Round).ThenBy(result => result.Trial).Sum(result => result.Seconds);
        if (round == Rounds)
            return new([], Outcome(last, Rounds == 1 ? "the only round is complete" : $"all {Rounds} rounds are complete"));
        return spent >= SecondsLimit
            ? new([], Outcome(last, $"the time limit of {SecondsLimit} s was reached with round {round} of {Rounds}"))
            : new([.. Promoted(last).Select(trial => new Proposal(trial, round + 1, Share(round + 1), PointOf(trial)))], null);
    }

    /// <summary>The parameters of a trial.</summary>
    public TrialPoint PointOf(int trial) => trial == 1 ? Configured : SearchSpace.At(QuasiRandom.Point(trial - 1, SearchSpace.Dimensions, Seed));

    /// <summary>Share of the fit part's matches that a round uses.</summary>
    public double Share(int round)
    {
        var parts = 1;
        for (var later = round; later < Rounds; later++)
            parts *= Third;

        return 1d / parts;
    }

    /// <summary>A round's results by trial, or none while one is missing.</summary>
    TrialResult[]? Complete(int round, IReadOnlyCollection<TrialResult> results)
    {
        var trials = Enumerable.Range(1, Trials);
        for (var at = 1; ; at++)
        {
            var found = results.Where(result => result.Round == at).ToDictionary(result => result.Trial);
            if (!trials.All(found.ContainsKey))
                return null;
            TrialResult[] complete = [.. trials.Select(trial => found[trial])];
            if (at == round)
                return complete;
            trials = Promoted(complete);
        }
    }

    static int[] Promoted(IReadOnlyCollection<TrialResult> round) =>
        [1, .. Ranked(round.Where(result => result.Trial != 1)).Take(ThirdOf(round.Count - 1)).Select(result => result.Trial).Order()];

    static SearchOutcome Outcome(IReadOnlyCollection<TrialResult> round, string reason)
    {
        var best = Ranked(round).First();
        return new(best.Trial, best.Round, best.LogLoss, round.Single(result => result.Trial == 1).LogLoss, reason);
    }

    static IEnumerable<TrialResult> Ranked(IEnumerable<TrialResult> results) => results.OrderBy(result => result.LogLoss).ThenBy(result => result.Trial);

    static int ThirdOf(int trials) => (trials + Third - 1) / Third;
}
