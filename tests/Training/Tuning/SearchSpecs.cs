using FsCheck;
using FsCheck.Fluent;
using Soccer.Train;
using Soccer.Train.Tuning;

namespace Soccer.Training.Tests.Tuning;

public sealed class SearchSpecs
{
    static readonly TrialPoint Configured = TrialPoint.Of(new BoostingParameters());

    // Of ten trials nine are challengers: a third of nine is three, a third of three one; the configured parameters go along each time.
    static readonly Search Ten = new(Configured, 10, 7, 1000);

    [TestCase(1, 1, 1)]
    [TestCase(3, 1, 3)]
    [TestCase(4, 2, 4 + 2)]
    [TestCase(9, 2, 9 + 4)]
    [TestCase(10, 3, 10 + 4 + 2)]
    [TestCase(27, 3, 27 + 10 + 4)]
    [TestCase(200, 3, 200 + 68 + 24)]
    public void Trials_make_rounds_and_fits(int trials, int rounds, int evaluations)
    {
        var search = Ten with { Trials = trials, SecondsLimit = int.MaxValue };
        Assert.That((search.Rounds, search.Evaluations), Is.EqualTo((rounds, evaluations)));
        Assert.That(Played(search, _ => _).Count(), Is.EqualTo(evaluations));
    }

    [Test]
    public void The_first_round_has_every_trial_on_a_ninth_of_the_matches_and_the_configured_parameters_first()
    {
        var first = Ten.First();
        Assert.Multiple(() =>
        {
            Assert.That(first.Select(proposal => proposal.Trial), Is.EqualTo(Enumerable.Range(1, 10)));
            Assert.That(first.Select(proposal => (proposal.Round, proposal.Share)), Is.All.EqualTo((1, 1d / 9)));
            Assert.That(first[0].Point, Is.EqualTo(Configured));
            Assert.That(first[1].Point, Is.EqualTo(SearchSpace.At(QuasiRandom.Point(1, 6, 7))));
            Assert.That(first.Select(proposal => proposal.Point), Is.Unique);
        });
    }

    [Test]
    public void The_best_third_goes_on_with_three_times_the_matches_and_the_configured_parameters_with_them()
    {
        var next = Ten.After(1, Round(1, .99, .95, .98, .97, .96, .94, .93, .92, .91, .90))!;
        Assert.That(next.Outcome, Is.Null);
        Assert.That(next.Proposals.Select(proposal => (proposal.Trial, proposal.Round, proposal.Share)), Is.EqualTo(new[]
        {
            (1, 2, 1d / 3), (8, 2, 1d / 3), (9, 2, 1d / 3), (10, 2, 1d / 3),
        }));
        Assert.That(next.Proposals.Select(proposal => proposal.Point), Is.EqualTo(new[] { Ten.PointOf(1), Ten.PointOf(8), Ten.PointOf(9), Ten.PointOf(10) }));
    }

    [Test]
    public void Of_equals_the_first_goes_on() =>
        Assert.That(
            Ten.After(1, Round(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))!.Proposals.Select(proposal => proposal.Trial), Is.EqualTo((int[])[1, 2, 3, 4]));

    [Test]
    public void Nothing_follows_a_round_while_a_result_is_missing()
    {
        var round = Round(1, .99, .95, .98, .97, .96, .94, .93, .92, .91, .90);
        foreach (var missing in round)
            Assert.That(Ten.After(1, [.. round.Where(result => result != missing)]), Is.Null);
    }

    [Test]
    public void The_last_round_s_best_is_chosen()
    {
        TrialResult[] results =
        [
            .. Round(1, .99, .95, .98, .97, .96, .94, .93, .92, .91, .90),
            new(1, 2, .98, 1), new(8, 2, .95, 1), new(9, 2, .94, 1), new(10, 2, .96, 1),
            new(1, 3, .975, 1), new(9, 3, .95, 1),
        ];
        Assert.That(Ten.After(2, results)!.Proposals.Select(proposal => (proposal.Trial, proposal.Share)), Is.EqualTo(new[] { (1, 1d), (9, 1d) }));
        Assert.That(Ten.After(3, results)!.Outcome, Is.EqualTo(new SearchOutcome(9, 3, .95, .975, "all 3 rounds are complete")));
    }

    [Test]
    public void The_configured_parameters_stay_where_nobody_beats_them()
    {
        TrialResult[] results = [.. Round(1, .90, .95, .98, .97), new(1, 2, .93, 1), new(2, 2, .93, 1)];
        Assert.That((Ten with { Trials = 4 }).After(2, results)!.Outcome, Is.EqualTo(new SearchOutcome(1, 2, .93, .93, "all 2 rounds are complete")));
    }

    [Test]
    public void A_search_of_one_round_ends_with_it()
    {
        TrialResult[] results = [.. Round(1, .90, .95)];
        Assert.That((Ten with { Trials = 2 }).After(1, results)!.Outcome!.Reason, Is.EqualTo("the only round is complete"));
    }

    [Test]
    public void When_time_is_up_the_round_is_finished_and_its_best_is_chosen()
    {
        // Ten fits of a second.
        var round = Round(1, .99, .95, .98, .97, .96, .94, .93, .92, .91, .90);
        Assert.That((Ten with { SecondsLimit = 11 }).After(1, round)!.Outcome, Is.Null);
        Assert.That((Ten with { SecondsLimit = 10 }).After(1, round)!.Outcome,
            Is.EqualTo(new SearchOutcome(10, 1, .90, .99, "the time limit of 10 s was reached with round 1 of 3")));
    }

    [Test]
    public void The_order_in_which_results_come_says_nothing() => Prop.ForAll(
        Gen.Choose(1, 40).Zip(Gen.Choose(0, int.MaxValue - 1)).ToArbitrary(), drawn =>
        {
            var (trials, seed) = drawn;
            var search = Ten with { Trials = trials, SecondsLimit = 20 + seed % 60 };
            return Played(search, results => results).SequenceEqual(Played(search, results => Shuffled(results, seed)))
                && Ended(search, results => results) == Ended(search, results => Shuffled(results, seed));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Results_of_later_rounds_don_t_change_what_followed_an_earlier_one() => Prop.ForAll(Gen.Choose(1, 40).ToArbitrary(), trials =>
    {
        var search = Ten with { Trials = trials };
        var all = Results(search, results => results);
        return Enumerable.Range(1, search.Rounds).All(round =>
        {
            var (late, then) = (search.After(round, all)!, search.After(round, [.. all.Where(result => result.Round <= round)])!);
            return late.Outcome == then.Outcome && late.Proposals.SequenceEqual(then.Proposals);
        });
    }).QuickCheckThrowOnFailure();

    static TrialResult[] Round(int round, params double[] losses) => [.. losses.Select((loss, at) => new TrialResult(at + 1, round, loss, 1))];

    static IEnumerable<(int, int)> Played(Search search, Func<TrialResult[], TrialResult[]> arrive) =>
        Results(search, arrive).Select(result => (result.Trial, result.Round)).Order();

    static SearchOutcome? Ended(Search search, Func<TrialResult[], TrialResult[]> arrive)
    {
        var results = Results(search, arrive);
        return search.After(results.Max(result => result.Round), arrive(results))!.Outcome;
    }

    /// <summary>Plays a search to its end; the log losses are any function of trial and round, with ties.</summary>
    static TrialResult[] Results(Search search, Func<TrialResult[], TrialResult[]> arrive)
    {
        List<TrialResult> results = [];
        for (var proposals = search.First(); proposals.Count > 0;)
        {
            results.AddRange(arrive([.. proposals.Select(proposal => new TrialResult(
                proposal.Trial, proposal.Round, 1 - proposal.Trial * 31 % 17 / 100d, 0.1 + proposal.Trial / 7d))]));
            proposals = search.After(proposals[0].Round, arrive([.. results]))!.Proposals;
        }
        return [.. results];
    }

    static TrialResult[] Shuffled(TrialResult[] results, int seed)
    {
        TrialResult[] shuffled = [.. results];
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
