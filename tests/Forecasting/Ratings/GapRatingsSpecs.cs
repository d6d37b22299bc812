using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Tests.Ratings;

public sealed class GapRatingsSpecs
{
    static readonly GapRatings Rating = new(Lambda: 0.1, Phi: 0.6);
    static readonly GapRating Home = new(14, 10, 11, 12);
    static readonly GapRating Away = new(12, 11, 8, 16);

    [Test]
    public void What_is_expected_lies_between_the_attack_and_the_defence_against_it()
    {
        Assert.That(GapRatings.ExpectedHome(Home, Away), Is.EqualTo(15));
        Assert.That(GapRatings.ExpectedAway(Home, Away), Is.EqualTo(9));
    }

    [Test]
    public void An_error_moves_the_venue_more_than_the_other_one()
    {
        // Home made 20 of 15 expected: .1·5 = .5, that is .3 here and .2 there. Away made 5 of 9: −.4, that is −.24 and −.16.
        var (home, away) = Rating.After(Home, Away, 20, 5);
        AssertRating(home, 14.3, 9.76, 11.2, 11.84);
        AssertRating(away, 11.84, 11.2, 7.76, 16.3);
    }

    [Test]
    public void Ratings_are_never_below_zero() => Assert.That(Rating.After(new(0.1, 0, 0, 0), new(0, 0, 0, 9), 0, 0).Home.HomeAttack, Is.EqualTo(0));

    static void AssertRating(GapRating actual, double homeAttack, double homeDefence, double awayAttack, double awayDefence)
    {
        Assert.That(actual.HomeAttack, Is.EqualTo(homeAttack).Within(1e-9));
        Assert.That(actual.HomeDefence, Is.EqualTo(homeDefence).Within(1e-9));
        Assert.That(actual.AwayAttack, Is.EqualTo(awayAttack).Within(1e-9));
        Assert.That(actual.AwayDefence, Is.EqualTo(awayDefence).Within(1e-9));
    }
}
