using Soccer.Forecasting.Features;

namespace Soccer.Forecasting.Tests.Features;

public sealed class StakesFamilySpecs
{
    [Test]
    public void Stakes_are_distances_over_the_points_left()
    {
        // In E0 the lines are after the places 1, 4 and 6, and before the third last of eight. 27 matches are left, worth 81 points.
        var features = AfterOneRound("E0").Next(new StakesFamily(), 1, 5, season: 2025);
        // Team 1 is level with 2 to 4 for the title and 3 points clear of the fifth; nobody's fifth place is lost by less than 3.
        Assert.That(features["stakes_title_home"], Is.EqualTo(0));
        Assert.That(features["stakes_up_home"], Is.EqualTo(0));
        Assert.That(features["stakes_down_home"], Is.EqualTo(-3 / 81f));
        Assert.That(features["stakes_open_home"], Is.EqualTo(0));
        // Team 5 lacks 3 points to the leaders; it is level with the sixth place and with the last safe one.
        Assert.That(features["stakes_title_away"], Is.EqualTo(3 / 81f));
        Assert.That(features["stakes_up_away"], Is.EqualTo(0));
        Assert.That(features["stakes_down_away"], Is.EqualTo(0));
    }

    [Test]
    public void A_team_far_from_every_place_that_matters_has_nothing_to_play_for()
    {
        // E2 has lines after the places 2 and 6 and before the fourth last. With 28 matches a team behind them, team 1 has 84 points, the others none: it leads by 84 with 3 left to win.
        var history = LastSeason("E2");
        for (var round = 0; round < 4; round++)
            for (var other = 2; other <= 8; other++)
                history.Then(1, other, 1, 0, "E2", 2025, after: 1);

        var features = history.Next(new StakesFamily(), 1, 2, "E2", 2025);
        Assert.That(features["stakes_title_home"], Is.EqualTo(-2));
        Assert.That(features["stakes_open_home"], Is.EqualTo(2));
        // Team 2 has played four: 24 matches are left, and the places it is level with are open.
        Assert.That(features["stakes_title_away"], Is.EqualTo(84 / 72f).Within(1e-6));
        Assert.That(features["stakes_open_away"], Is.EqualTo(0));
        Assert.That(features["stakes_open_difference"], Is.EqualTo(1.2f));
    }

    [Test]
    public void Stakes_are_missing_without_a_place_in_the_table_or_a_season_before()
    {
        var history = AfterOneRound("E0");
        Assert.That(history.Next(new StakesFamily(), 1, 9, season: 2025)["stakes_title_away"], Is.NaN);
        Assert.That(history.Next(new StakesFamily(), 1, 9, season: 2025)["stakes_open_difference"], Is.NaN);
        Assert.That(history.Next(new StakesFamily(), 1, 5, season: 2026).Values, Has.All.NaN);
        Assert.That(LastSeason("E0").Next(new StakesFamily(), 1, 5).Values, Has.All.NaN);
    }

    // 28 matches a team, all drawn: eight teams that met four times.
    static History LastSeason(string division)
    {
        var history = new History();
        for (var round = 0; round < 4; round++)
            for (var home = 1; home <= 8; home++)
                for (var away = home + 1; away <= 8; away++)
                    history.Then(home, away, 0, 0, division, after: 1);

        return history;
    }

    // 1 to 4 won by 1-0 against 5 to 8.
    static History AfterOneRound(string division)
    {
        var history = LastSeason(division);
        for (var home = 1; home <= 4; home++)
            history.Then(home, home + 4, 1, 0, division, 2025);

        return history;
    }
}
