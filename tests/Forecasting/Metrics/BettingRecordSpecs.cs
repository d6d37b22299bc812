using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Odds;

namespace Soccer.Forecasting.Tests.Metrics;

public sealed class BettingRecordSpecs
{
    static readonly DateOnly Day = new(2024, 8, 17);

    [Test]
    public void The_largest_edge_is_bet_on_at_the_odds_that_were_offered()
    {
        // Edges .1, −.04 and −.2; the closing market's .48 makes 2.2 × .48 − 1.
        var bet = Bet.On(Day, new(0.5, 0.3, 0.2), new(2.2, 3.2, 4), new(0.48, 0.3, 0.22), Outcome.HomeWin)!.Value;
        Assert.Multiple(() =>
        {
            Assert.That(bet, Is.EqualTo(new Bet(Day, 0.5, 2.2, true, 0.48)));
            Assert.That(bet.Gain, Is.EqualTo(1.2).Within(1e-12));
            Assert.That(bet.ClosingLineValue, Is.EqualTo(0.056).Within(1e-12));
        });
    }

    [Test]
    public void An_edge_of_less_than_two_percent_is_left_alone() => Assert.Multiple(() =>
    {
        Assert.That(Bet.On(Day, new(0.509, 0.3, 0.191), new(2, 3, 5), new(0.5, 0.3, 0.2), Outcome.HomeWin), Is.Null);
        Assert.That(Bet.On(Day, new(0.511, 0.3, 0.189), new(2, 3, 5), new(0.5, 0.3, 0.2), Outcome.HomeWin), Is.Not.Null);
    });

    [Test]
    public void Kelly_stakes_the_edge_over_what_can_be_won() => Assert.Multiple(() =>
    {
        Assert.That(Kelly.Share(0.5, 2.2), Is.EqualTo(0.1 / 1.2).Within(1e-12));
        Assert.That(Kelly.Share(0.4, 2.2), Is.EqualTo(0));
        Assert.That(() => Kelly.Share(0.5, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    });

    [Test]
    public void Yields_and_bankroll_are_those_of_a_hand_calculation()
    {
        // Quarter-Kelly shares .25·.1/1.2 = .0208333, .25·.1/3.4 = .0073529, .0208333; gains 1.2, −1, −1.
        var record = BettingRecord.Of(
            [new(Day, 0.5, 2.2, true, 0.48), new(Day, 0.25, 4.4, false, 0.25), new(Day.AddDays(1), 0.5, 2.2, false, 0.4)], 7)!;
        Assert.Multiple(() =>
        {
            Assert.That(record.Bets, Is.EqualTo(3));
            Assert.That(record.FlatYield.Mean, Is.EqualTo(-0.8 / 3).Within(1e-12));
            Assert.That(record.KellyYield.Mean, Is.EqualTo(-0.065).Within(1e-12));
            Assert.That(record.KellyBankroll, Is.EqualTo((1 + 0.025 - 0.025 / 3.4) * (1 - 0.025 / 1.2)).Within(1e-12));
            Assert.That(record.ClosingLineValue.Mean, Is.EqualTo((0.056 + 0.1 - 0.12) / 3).Within(1e-12));
            // Two days: the draws are both the first, both the second, or one of each.
            Assert.That(record.FlatYield.Low, Is.EqualTo(-1));
            Assert.That(record.FlatYield.High, Is.EqualTo(0.1).Within(1e-12));
        });
    }

    [Test]
    public void Bets_of_seasons_that_overlap_keep_their_own_stakes()
    {
        // The first and the third are of one day, and so are the second and the fifth. Quarter-Kelly shares .25·.1/1 = .025, .25·.2/1 = .05, .25·.2/4 = .0125, .25·.4/1 = .1, .25·.3/2 = .0375; gains 1, −1, 4, 1, −1.
        var (first, second, third) = (Day, Day.AddDays(1), Day.AddDays(2));
        Bet[] bets =
        [
            new(first, 0.55, 2, true, 0.5), new(third, 0.6, 2, false, 0.5), new(first, 0.24, 5, true, 0.2), new(second, 0.7, 2, true, 0.5), new(third, 13 / 30d, 3, false, 0.3),
        ];
        var record = BettingRecord.Of(bets, 7)!;
        Assert.Multiple(() =>
        {
            // Σ share·gain = .025 + .05 on the first day, .1 on the second, −.05 − .0375 on the third; Σ share = .0375 + .1 + .0875.
            Assert.That(record.KellyYield.Mean, Is.EqualTo(0.0875 / 0.225).Within(1e-12));
            Assert.That(record.KellyBankroll, Is.EqualTo(1.075 * 1.1 * 0.9125).Within(1e-12));
            // Of three days, one draw in 27 has the worst alone, and one the best: more than the 2.5% that the interval leaves out.
            Assert.That(record.KellyYield.Low, Is.EqualTo(-1).Within(1e-12));
            Assert.That(record.KellyYield.High, Is.EqualTo(2).Within(1e-12));
            Assert.That(record, Is.EqualTo(BettingRecord.Of([.. bets.OrderBy(bet => bet.Day)], 7)));
        });
    }

    [Test]
    public void A_days_stakes_never_come_to_more_than_the_bankroll()
    {
        // A quarter of (.99·11 − 1)/10 is .247: five of them would be 1.24 of the bankroll, and are a fifth each.
        var bets = Enumerable.Repeat(new Bet(Day, 0.99, 11, false, 0.1), 5).ToArray();
        Assert.That(BettingRecord.Of(bets, 7)!.KellyBankroll, Is.EqualTo(0).Within(1e-12));
    }

    [Test]
    public void Without_a_bet_there_is_no_record() => Assert.That(BettingRecord.Of([], 7), Is.Null);
}
