using Soccer.Forecasting.Features;

namespace Soccer.Forecasting.Tests.Features;

public sealed class RidgeFamilySpecs
{
    static readonly TeamStatistics Twenty = new(20, 8, 6, 10, 1, 0);
    static readonly TeamStatistics Five = new(5, 2, 4, 14, 3, 1);

    // One sweep ends within .001 of the solution.
    const double Swept = 2e-3;

    [Test]
    public void A_surprise_is_shared_between_the_attack_and_the_other_defence()
    {
        // Above the means of 13 and 10: 20/13 − 1 = .5384615 and 5/10 − 1 = −.5. One match against a ridge of 5: an attack takes 1/7 of it, and the other defence loses 1/7 of it,
        // so the home team is expected to make 2/7 · .5384615 more, the away team 2/7 · .5 less. The means are (20·13 + 20)/21 = 40/3 and (20·10 + 5)/21 = 9.7619048 after the match.
        var features = new History().Then(1, 2, 1, 0, homeDid: Twenty, awayDid: Five).Next(Shots(new RidgeSpeed(60, 5)), 1, 2);
        Assert.That(features["shots_ridge_60_difference"], Is.EqualTo(2 / 7d * 1.0384615 + Math.Log(280 / 205d)).Within(Swept));
        Assert.That(features["shots_ridge_60_total_ratio"], Is.EqualTo(Math.Log((40 / 3d * (1 + 2 / 7d * 0.5384615) + 9.7619048 * (1 - 1 / 7d)) / 23)).Within(Swept));
    }

    [Test]
    public void A_fast_speed_is_pulled_towards_the_slower_one()
    {
        // The slower one has 1/7 of a surprise s in each strength, as above. The faster one's attack a, and −a for the other defence, solve 6a + a = s + 5·s/7, so a is 12/49 of s.
        var features = new History().Then(1, 2, 1, 0, homeDid: Twenty, awayDid: Five).Next(Shots(new RidgeSpeed(60, 5), new RidgeSpeed(700, 5)), 1, 2);
        Assert.That(features["shots_ridge_60_difference"], Is.EqualTo(24 / 49d * 1.0384615 + Math.Log(280 / 205d)).Within(Swept));
        Assert.That(features["shots_ridge_700_difference"], Is.EqualTo(14 / 49d * 1.0384615 + Math.Log(280 / 205d)).Within(Swept));
    }

    [Test]
    public void A_match_counts_where_all_the_statistics_are_known()
    {
        var family = new RidgeFamily("play", [new(60, 5)], null, [new(Statistic.Shots, 0.1), new(Statistic.Corners, 0.1)]);
        Assert.That(family.Features.Select(feature => feature.Name), Is.EqualTo(new[] { "shots_ridge_60_difference", "corners_ridge_60_difference" }));
        Assert.That(new History().Then(1, 2, 1, 0, homeDid: Twenty, awayDid: Five with { Corners = null }).Next(family, 1, 2).Values, Has.All.NaN);
    }

    [Test]
    public void Early_goals_are_those_before_half_time_or_a_share_of_all()
    {
        // Without half-time scores .45 · 2 and .45 · 0 goals, against usual ones of .65 and .5: surprises of .3846154 and −1. The means are (20·.65 + .9)/21 and 20·.5/21 after the match.
        var family = new RidgeFamily("result", [new(60, 5)], null, [new(Statistic.EarlyGoals, 0.3)]);
        var features = new History().Then(1, 2, 2, 0).Next(family, 1, 2);
        Assert.That(features["early_goals_ridge_60_difference"], Is.EqualTo(2 / 7d * 1.3846154 + Math.Log(13.9 / 10)).Within(Swept));
    }

    [Test]
    public void Cards_and_fouls_are_rated_too()
    {
        // Fouls: 10/12 − 1 and 14/12 − 1, a difference of −1/3 in surprises.
        var family = new RidgeFamily("discipline", [new(200, 5)], null, [new(Statistic.Fouls, 0), new(Statistic.Yellows, 0), new(Statistic.Reds, 0)]);
        var features = new History().Then(1, 2, 1, 0, homeDid: Twenty, awayDid: Five).Next(family, 1, 2);
        Assert.That(features["fouls_ridge_200_difference"], Is.EqualTo(2 / 7d * -1 / 3 + Math.Log(250 / 254d)).Within(Swept));
        Assert.That(features["yellows_ridge_200_difference"], Is.EqualTo(2 / 7d * (1 / 1.6 - 1 - 0.5) + Math.Log((20 * 1.6 + 1) / (20 * 2 + 3))).Within(Swept));
        Assert.That(features["reds_ridge_200_difference"], Is.EqualTo(2 / 7d * (-1 - 9) + Math.Log(20 * 0.07 / (20 * 0.1 + 1))).Within(10 * Swept));
    }

    static RidgeFamily Shots(params RidgeSpeed[] speeds) => new("play", speeds, 60, [new(Statistic.Shots, 0.1)]);
}
