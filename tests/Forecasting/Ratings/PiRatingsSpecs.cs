using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Tests.Ratings;

public sealed class PiRatingsSpecs
{
    static readonly PiRatings Rating = new(Lambda: 0.035, Gamma: 0.7);
    static readonly PiRating Home = new(0.8, 0.3);
    static readonly PiRating Away = new(-0.2, -0.5);

    [Test]
    public void The_expected_goal_difference_is_home_at_home_less_away_away()
    {
        // (10^(.8/3) − 1) − −(10^(.5/3) − 1)
        Assert.That(PiRatings.ExpectedGoalDifference(Home, Away), Is.EqualTo(1.315649065).Within(1e-9));
        Assert.That(PiRatings.ExpectedGoalDifference(default, default), Is.EqualTo(0));
    }

    [Test]
    public void A_win_by_more_than_expected_moves_all_four_ratings()
    {
        // e = 3 − 1.315649 = 1.684351; step = .035 · 3·log10(2.684351) = .045028; the other venue gets .7 of it.
        var (home, away) = Rating.After(Home, Away, new(3, 0));
        Assert.That(home.Home, Is.EqualTo(0.845028126).Within(1e-9));
        Assert.That(home.Away, Is.EqualTo(0.331519688).Within(1e-9));
        Assert.That(away.Home, Is.EqualTo(-0.231519688).Within(1e-9));
        Assert.That(away.Away, Is.EqualTo(-0.545028126).Within(1e-9));
    }

    [Test]
    public void A_draw_below_expectation_costs_the_favourite()
    {
        // e = −1.315649; step = −.035 · 3·log10(2.315649) = −.038291
        var (home, away) = Rating.After(Home, Away, new(1, 1));
        Assert.That(home.Home, Is.EqualTo(0.761709362).Within(1e-9));
        Assert.That(away.Away, Is.EqualTo(-0.461709362).Within(1e-9));
    }
}
