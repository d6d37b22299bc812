using Soccer.Forecasting.Odds;

namespace Soccer.Forecasting.Tests.Odds;

public sealed class PricesSpecs
{
    [Test]
    public void Overround_is_the_sum_of_the_reciprocals() => Assert.That(new Prices(2, 4, 5).Overround, Is.EqualTo(0.95).Within(1e-15));

    [TestCase(2.7, 2.3, 4.4, true)]
    [TestCase(2, 4, 4, true)]
    [TestCase(0, 3.4, 4, false, TestName = "A_price_that_is_not_offered_is_not_usable")]
    [TestCase(1, 15, 40, false, TestName = "A_price_that_wins_nothing_is_not_usable")]
    [TestCase(1.5, 2, 2.5, false, TestName = "An_overround_of_one_and_a_half_is_not_usable")]
    [TestCase(4, 4, 4, false, TestName = "An_overround_of_three_quarters_is_not_usable")]
    [TestCase(double.NaN, 3, 3, false, TestName = "A_price_that_is_no_number_is_not_usable")]
    public void Says_whether_prices_are_usable(double home, double draw, double away, bool usable) =>
        Assert.That(new Prices(home, draw, away).IsUsable, Is.EqualTo(usable));

    [Test]
    public void Reads_a_price_or_a_probability_by_its_outcome()
    {
        Assert.That(new Prices(2, 3, 4)[Outcome.AwayWin], Is.EqualTo(4));
        Assert.That(new Probabilities(0.5, 0.3, 0.2)[Outcome.Draw], Is.EqualTo(0.3));
        Assert.That(() => new Probabilities(0.5, 0.3, 0.2)[(Outcome)3], Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void The_favourite_is_the_likeliest_outcome_and_home_before_draw_before_away()
    {
        Assert.That(new Probabilities(0.3, 0.2, 0.5).Favourite, Is.EqualTo(Outcome.AwayWin));
        Assert.That(new Probabilities(0.4, 0.4, 0.2).Favourite, Is.EqualTo(Outcome.HomeWin));
        Assert.That(new Probabilities(0.2, 0.4, 0.4).Favourite, Is.EqualTo(Outcome.Draw));
    }

    [Test]
    public void Fair_odds_are_the_reciprocals() => Assert.That(FairOdds.Of(new Probabilities(0.5, 0.25, 0.25)), Is.EqualTo(new Prices(2, 4, 4)));

    [Test]
    public void Fair_odds_of_the_impossible_are_refused() => Assert.That(() => FairOdds.Of(0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Edge_is_the_mean_gain_of_a_stake_of_one() => Assert.That(Edge.Of(0.55, 2), Is.EqualTo(0.1).Within(1e-15));

    [Test]
    public void The_best_edge_is_the_largest_of_three()
    {
        var (outcome, edge) = Edge.Best(new(0.5, 0.25, 0.25), new(1.9, 4.4, 4));
        Assert.That(outcome, Is.EqualTo(Outcome.Draw));
        Assert.That(edge, Is.EqualTo(0.1).Within(1e-15));
    }
}
