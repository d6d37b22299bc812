using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Tests.Ratings;

public sealed class EloSpecs
{
    static readonly Elo Rating = new(K: 18, HomeAdvantage: 65);

    [TestCase(1, 1350)]
    [TestCase(5, 750)]
    public void A_new_team_starts_by_its_level(int level, double expected) => Assert.That(Elo.Start(level), Is.EqualTo(expected));

    [Test]
    public void The_expected_share_follows_the_logistic_curve_of_400_points()
    {
        // 165 points ahead with home advantage: 1 / (1 + 10^(−165/400)).
        Assert.That(Rating.Expected(1500, 1400), Is.EqualTo(0.721078243).Within(1e-9));
        Assert.That(Rating.Expected(1335, 1400), Is.EqualTo(0.5));
    }

    // 18·(1 − .721078) = 5.020592, and for three goals × (1 + ln 3). A draw: 18·(.5 − .721078). A defeat: 18·(0 − .721078).
    [TestCase(1, 0, 5.020591622)]
    [TestCase(4, 1, 10.536275275)]
    [TestCase(2, 2, -3.979408378)]
    [TestCase(0, 1, -12.979408378)]
    public void Steps_grow_with_the_goal_difference(int home, int away, double expected) =>
        Assert.That(Rating.Gain(1500, 1400, new(home, away)), Is.EqualTo(expected).Within(1e-9));
}
