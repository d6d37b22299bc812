using Soccer.Forecasting.Features;

namespace Soccer.Forecasting.Tests.Features;

public sealed class FormFamilySpecs
{
    [Test]
    public void Form_counts_from_the_division_s_mean_and_is_pulled_towards_it_as_if_by_two_matches()
    {
        // 3-0 against means of 1.5 and 1.1: the home team is 2.6 up and the away team 2.6 down; one match against two: a third of that.
        var features = new History().Then(1, 2, 3, 0).Next(new FormFamily(Statistic.Goals), 1, 2);
        Assert.That(features["goals_form_overall_5_difference"], Is.EqualTo(5.2 / 3).Within(1e-6));
        Assert.That(features["goals_form_venue_5_difference"], Is.EqualTo(5.2 / 3).Within(1e-6));
    }

    [Test]
    public void Form_at_the_venue_knows_nothing_of_the_other_venue()
    {
        var features = new History().Then(1, 2, 3, 0).Next(new FormFamily(Statistic.Goals), 2, 1);
        Assert.That(features["goals_form_overall_20_difference"], Is.EqualTo(-5.2 / 3).Within(1e-6));
        Assert.That(features["goals_form_venue_20_difference"], Is.NaN);
    }

    [Test]
    public void The_newest_match_counts_most_and_the_mean_moves_with_the_division()
    {
        // Team 1 at home: 3-1 against means of 1.5 and 1.1, then 0-1 against means over 20 + 1 matches of 33/21 and 23/21. Decay .5^(1/5).
        const double decay = 0.8705505633;
        const double first = 3 - 1.5 - (1 - 1.1);
        const double second = 0 - 33 / 21d - (1 - 23 / 21d);
        var features = new History().Then(1, 2, 3, 1).Then(1, 3, 0, 1).Next(new FormFamily(Statistic.Goals), 1, 2);
        Assert.That(features["goals_form_overall_5_difference"], Is.EqualTo((first * decay + second) / (decay + 1 + 2) + first / 3).Within(1e-6));
    }

    [Test]
    public void Points_are_form_too()
    {
        // A draw: 1 − 1.6 at home, 1 − 1.1 away.
        var features = new History().Then(1, 2, 0, 0).Next(new FormFamily(Statistic.Points), 1, 2);
        Assert.That(features["points_form_overall_5_difference"], Is.EqualTo(2 * (-0.6 + 0.1) / 3).Within(1e-6));
    }

    [Test]
    public void A_statistic_that_one_side_lacks_teaches_nothing()
    {
        var features = new History().Then(1, 2, 1, 0, homeDid: new(10, null, 4, null, null, null), awayDid: new(9, 3, null, null, null, null));
        Assert.That(features.Next(new FormFamily(Statistic.ShotsOnTarget), 1, 2).Values, Has.All.NaN);
        Assert.That(features.Next(new FormFamily(Statistic.Corners), 1, 2).Values, Has.All.NaN);
        Assert.That(features.Next(new FormFamily(Statistic.Shots), 1, 2)["shots_form_overall_5_difference"], Is.Not.NaN);
    }
}
