using Soccer.Forecasting;
using Soccer.Promote;

namespace Soccer.Services.Tests.Promoting;

sealed class PromotionGatesSpecs
{
    static readonly Outcome[] HomeThenAway = [Outcome.HomeWin, Outcome.AwayWin];
    static readonly Probabilities[] Good = [new(0.6, 0.2, 0.2), new(0.2, 0.2, 0.6)], Bad = [new(0.2, 0.2, 0.6), new(0.6, 0.2, 0.2)];

    [Test]
    public void Fails_a_model_that_says_the_same_of_every_match()
    {
        var verdict = Judge([new(0.5, 0.3, 0.2), new(0.5, 0.3, 0.2)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Reached, Is.Empty);
            Assert.That(verdict.Failed, Is.EqualTo(["smoke, results-only: 2 forecasts sum to one; home wins spread by 0.0000, at least 0.005"]));
        }
    }

    // Home wins at 0.5 ± d: a standard deviation of d.
    [TestCase(0.0049, false)]
    [TestCase(0.0051, true)]
    public void Wants_home_wins_to_spread_by_half_a_percent(double apart, bool passes) => Assert.That(
        Judge([new(0.5 + apart, 0.3, 0.2 - apart), new(0.5 - apart, 0.3, 0.2 + apart)]).Reached.Contains("smoke"), Is.EqualTo(passes));

    [TestCase(0.6, 0.2, 0.3)]
    [TestCase(0.6, 0.2, 0.2 + 2e-9)]
    [TestCase(1.2, -0.1, -0.1)]
    [TestCase(double.NaN, 0.2, 0.2)]
    public void Fails_a_model_with_a_forecast_that_is_no_probability(double home, double draw, double away)
    {
        var verdict = Judge([new(home, draw, away), new(0.2, 0.2, 0.6)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Reached, Is.Empty);
            Assert.That(verdict.Failed, Is.EqualTo(["smoke, results-only: 1 of 2 forecasts does not sum to one or has a negative probability"]));
        }
    }

    [Test]
    public void Fails_a_model_that_there_are_no_matches_to_try_on() => Assert.That(
        PromotionGates.Judge([new HoldOut("results-only", [], [], [], null, Marginals)], new()).Failed, Is.EqualTo(["smoke, results-only: there are no matches to try the model on"]));

    // -ln .2 = 1.6094; the marginals' mean is (-ln .45 - ln .28) / 2 = (.7985 + 1.2730) / 2 = 1.0357.
    [Test]
    public void Holds_a_model_that_does_not_beat_the_class_marginals()
    {
        var verdict = Judge(Bad);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Reached, Is.EqualTo(["smoke"]));
            Assert.That(verdict.Failed, Is.EqualTo(["candidate, results-only: log loss 1.6094 on 2 matches, class marginals 1.0357"]));
        }
    }

    // -ln .6 = 0.5108.
    [Test]
    public void Promotes_the_first_model_that_beats_the_class_marginals()
    {
        var verdict = Judge(Good);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Reached, Is.EqualTo(["smoke", "candidate", "champion"]));
            Assert.That(verdict.Failed, Is.Empty);
            Assert.That(verdict.Evidence, Is.EqualTo(
            [
                "smoke, results-only: 2 forecasts sum to one; home wins spread by 0.2000, at least 0.005",
                "candidate, results-only: log loss 0.5108 on 2 matches, class marginals 1.0357",
                "champion, results-only: there is none to compare with on these matches",
            ]));
        }
    }

    // Probabilities of what happened that are e^-d times the champion's: a log loss that is d larger, on every match and so in every draw
    // of days.
    [TestCase(-0.01, true, "-0.01000")]
    [TestCase(0.0, true, "+0.00000")]
    [TestCase(0.00029, true, "+0.00029")]
    [TestCase(0.00031, false, "+0.00031")]
    public void Allows_a_challenger_to_be_worse_than_the_champion_by_less_than_the_noise(double worse, bool passes, string figure)
    {
        var p = 0.6 * Math.Exp(-worse);
        var verdict = Judge([new(p, 0.2, 0.8 - p), new(0.8 - p, 0.2, p)], Good);
        var line = $"champion, results-only: log loss minus the champion's {figure} [{figure}, {figure}] on 2 matches, at most +0.00030";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Reached.Contains("champion"), Is.EqualTo(passes));
            Assert.That(verdict.Evidence[^1], Is.EqualTo(line));
            Assert.That(verdict.Failed, passes ? Is.Empty : Is.EqualTo([line]));
        }
    }

    [Test]
    public void Stops_a_chain_of_champions_each_a_little_worse_than_the_one_before()
    {
        List<int> champions = [0];
        List<string> reasons = [];
        for (var model = 1; model <= 5; model++)
        {
            var past = champions.SkipLast(1)
                .Select(champion => new PastChampion($"model-{champion}", new(true, [.. Worse(champion * 0.0002)])));
            var verdict = PromotionGates.Judge([Of(Worse(model * 0.0002), Worse(champions[^1] * 0.0002)) with { Past = [.. past] }], new());
            if (verdict.Reached.Contains("champion"))
                champions.Add(model);
            reasons.AddRange(verdict.Failed);
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(champions, Is.EqualTo([0, 1]), "the third would be .0004 worse than the first");
            Assert.That(reasons[0], Is.EqualTo(
                "champion, results-only: log loss minus that of model-0, the best of 1 past champions, "
                + "+0.00040 [+0.00040, +0.00040] on 2 matches, at most +0.00030"));
        }

        static Probabilities[] Worse(double by)
        {
            var p = 0.6 * Math.Exp(-by);
            return [new(p, 0.2, 0.8 - p), new(0.8 - p, 0.2, p)];
        }
    }

    [Test]
    public void Holds_a_model_against_the_best_past_champion_and_against_none_that_said_little()
    {
        PastChampion[] past =
        [
            new("worse", new(true, [.. Bad])), new("best", new(true, [.. Good])),
            new("silent", new(true, [null, null])), new("other features", new(false, [.. Good])),
        ];
        var p = 0.6 * Math.Exp(-0.01);
        var verdict = PromotionGates.Judge([Of([new(p, 0.2, 0.8 - p), new(0.8 - p, 0.2, p)], Bad) with { Past = past }], new());
        Assert.That(verdict.Failed, Is.EqualTo([
            "champion, results-only: log loss minus that of best, the best of 2 past champions, "
            + "+0.01000 [+0.01000, +0.01000] on 2 matches, at most +0.00030"]));
    }

    [Test]
    public void A_past_champion_whose_artifact_cannot_be_read_is_left_out_and_named()
    {
        var past = new PastChampion("damaged", new(false, [], "its format is 1, not 2"));
        var verdict = PromotionGates.Judge([Of([.. Good], Bad) with { Past = [past] }], new());
        Assert.That(verdict.Failed, Is.Empty);
        Assert.That(verdict.Evidence[^1], Is.EqualTo("champion, results-only: the past champion damaged is left out: its format is 1, not 2"));
    }

    // One day 0.02 better, the other 0.01 worse: days drawn with replacement are both the first or both the second in a quarter of the
    // draws each.
    [Test]
    public void Gives_the_interval_of_the_difference_over_days()
    {
        var (first, second) = (0.6 * Math.Exp(0.02), 0.6 * Math.Exp(-0.01));
        var verdict = Judge([new(first, 0.2, 0.8 - first), new(0.8 - second, 0.2, second)], Good);
        Assert.That(verdict.Evidence[^1], Is.EqualTo("champion, results-only: log loss minus the champion's -0.00500 [-0.02000, +0.01000] on 2 matches, at most +0.00030"));
    }

    // Only the second match, on which the model is .01 better; on the first, which the champion has learnt, it is .02 worse.
    [Test]
    public void Holds_a_model_against_the_champion_only_on_matches_that_it_has_not_learnt()
    {
        var (first, second) = (0.6 * Math.Exp(-0.02), 0.6 * Math.Exp(0.01));
        var verdict = PromotionGates.Judge([Of([new(first, 0.2, 0.8 - first), new(0.8 - second, 0.2, second)], null) with { Champion = new(true, [null, Good[1]]) }], new());
        Assert.That(verdict.Evidence[^1], Is.EqualTo("champion, results-only: log loss minus the champion's -0.01000 [-0.01000, -0.01000] on 1 match, at most +0.00030"));
    }

    // One day .02 better and the other .04 worse is luck, two days .01 worse are not.
    [TestCase(-0.02, 0.04, true, "+0.01000 [-0.02000, +0.04000]")]
    [TestCase(0.01, 0.01, false, "+0.01000 [+0.01000, +0.01000]")]
    public void Holds_a_model_against_a_champion_that_reads_other_features_only_if_it_is_worse_by_more_than_luck(double one, double other, bool passes, string figure)
    {
        var (first, second) = (0.6 * Math.Exp(-one), 0.6 * Math.Exp(-other));
        var verdict = PromotionGates.Judge([Of([new(first, 0.2, 0.8 - first), new(0.8 - second, 0.2, second)], null) with { Champion = new(false, [.. Good]) }], new());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Reached.Contains("champion"), Is.EqualTo(passes));
            Assert.That(verdict.Evidence[^1], Is.EqualTo(
                $"champion, results-only: log loss minus that of the champion, which reads other features, {figure} on 2 matches, its low end at most +0.00030"));
        }
    }

    [Test]
    public void Takes_the_limit_from_the_options()
    {
        var p = 0.6 * Math.Exp(-0.01);
        var holdOut = Of([new(p, 0.2, 0.8 - p), new(0.8 - p, 0.2, p)], Good);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PromotionGates.Judge([holdOut], new PromoteOptions { NotWorseThan = 0.0099 }).Failed, Is.Not.Empty);
            Assert.That(PromotionGates.Judge([holdOut], new PromoteOptions { NotWorseThan = 0.0101 }).Failed, Is.Empty);
        }
    }

    [Test]
    public void Holds_a_model_of_which_one_kind_fails()
    {
        var verdict = PromotionGates.Judge([Of(Good, null), Of(Bad, null, "market-aware")], new PromoteOptions());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Reached, Is.EqualTo(["smoke"]));
            Assert.That(verdict.Failed, Is.EqualTo(["candidate, market-aware: log loss 1.6094 on 2 matches, class marginals 1.0357"]));
            Assert.That(verdict.Evidence, Has.Length.EqualTo(4));
        }
    }

    static readonly Probabilities Marginals = new(0.45, 0.27, 0.28);

    static Verdict Judge(Probabilities[] model, Probabilities[]? champion = null) => PromotionGates.Judge([Of(model, champion)], new PromoteOptions());

    static HoldOut Of(Probabilities[] model, Probabilities[]? champion, string kind = "results-only") => new(kind, [new(2025, 1, 4), new(2025, 1, 5)], HomeThenAway, model, champion is null ? null : new(true, [.. champion]), Marginals);
}
