using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Tests.Ratings;

public sealed class OnlinePoissonSpecs
{
    static readonly OnlinePoisson Rating = new(0.025);
    static readonly Strength Home = new(0.2, 0.1);
    static readonly Strength Away = new(-0.1, 0.05);

    [Test]
    public void An_attack_makes_the_mean_times_e_to_its_advantage()
    {
        // 1.5·e^(.2 − .05) and 1.2·e^(−.1 − .1)
        Assert.That(OnlinePoisson.Expected(1.5, Home, Away), Is.EqualTo(1.742751364).Within(1e-9));
        Assert.That(OnlinePoisson.Expected(1.2, Away, Home), Is.EqualTo(0.982476904).Within(1e-9));
    }

    [Test]
    public void What_an_attack_gains_the_defence_against_it_loses()
    {
        // Late in a season: .025·(3 − 1.742751)/1.5 = .020954 and .025·(0 − .982477)/1.2 = −.020468
        var (home, away) = Rating.After(1.5, 1.2, Home with { Played = 500 }, Away with { Played = 500 }, 3, 0);
        Assert.That(home.Attack, Is.EqualTo(0.220954144).Within(1e-9));
        Assert.That(home.Defence, Is.EqualTo(0.120468269).Within(1e-9));
        Assert.That(away.Attack, Is.EqualTo(-0.120468269).Within(1e-9));
        Assert.That(away.Defence, Is.EqualTo(0.029045856).Within(1e-9));
        Assert.That(home.Played, Is.EqualTo(501));
    }

    // 1 + 1.5·e^(−played/6)
    [TestCase(0, 2.5)]
    [TestCase(6, 1.551819162)]
    [TestCase(500, 1)]
    public void A_season_s_first_matches_teach_most(int played, double times) => Assert.That(Rating.RateAfter(played), Is.EqualTo(0.025 * times).Within(1e-9));

    [Test]
    public void One_rout_teaches_no_more_than_two_and_a_half_means() =>
        Assert.That(Rating.After(1.5, 1.2, new(0, 0, 500), new(0, 0, 500), 9, 1.2).Home.Attack, Is.EqualTo(0.025 * 2.5).Within(1e-12));
}
