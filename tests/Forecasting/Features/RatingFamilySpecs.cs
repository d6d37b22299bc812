using Soccer.Forecasting.Features;

namespace Soccer.Forecasting.Tests.Features;

public sealed class RatingFamilySpecs
{
    static readonly TeamStatistics Twenty = new(20, 8, 6, null, null, null);
    static readonly TeamStatistics Five = new(5, 2, 4, null, null, null);

    [Test]
    public void Elo_moves_both_teams_by_the_same_points()
    {
        // Equals: expected .592466 with 65 points of home advantage; 18·(1 + ln 2)·(1 − .592466) = 12.420347.
        var features = new History().Then(1, 2, 2, 0).Next(new EloFamily(), 2, 1);
        Assert.That(features["elo_home"], Is.EqualTo(1337.5797f).Within(1e-3));
        Assert.That(features["elo_away"], Is.EqualTo(1362.4203f).Within(1e-3));
        Assert.That(features["elo_difference"], Is.EqualTo(-24.8407f).Within(1e-3));
        Assert.That(features["elo_signed_square_difference"], Is.EqualTo(-0.248407 * 0.248407).Within(1e-6));
        Assert.That(features["elo_square_difference"], Is.EqualTo(0.248407 * 0.248407).Within(1e-6));
    }

    [Test]
    public void A_promoted_team_keeps_its_elo_and_a_new_one_starts_by_level()
    {
        var features = new History().Then(1, 2, 2, 0, "E1").Next(new EloFamily(), 1, 9, "E0", 2025);
        Assert.That(features["elo_home"], Is.EqualTo(1212.4203f).Within(1e-3));
        Assert.That(features["elo_away"], Is.EqualTo(1350));
    }

    [Test]
    public void Pi_ratings_know_the_venue()
    {
        // e = 3: step .035·3·log10(4) = .063216. The return match: away team's .7 of it against the home team's −.7 of it.
        var features = new History().Then(1, 2, 3, 0).Next(new PiFamily(), 2, 1);
        Assert.That(features["pi_home"], Is.EqualTo(-0.0442513f).Within(1e-6));
        Assert.That(features["pi_away"], Is.EqualTo(0.0442513f).Within(1e-6));
        Assert.That(features["pi_expected_goal_difference"], Is.EqualTo(-0.0690953f).Within(1e-6));
    }

    [Test]
    public void Pi_ratings_of_a_lower_division_start_half_a_goal_lower_a_level() =>
        Assert.That(new History().Next(new PiFamily(), 1, 2, "E2")["pi_home"], Is.EqualTo(-1));

    [Test]
    public void Strengths_learn_from_what_was_made_against_the_mean()
    {
        // In a season's first match the rate is .05·2.5 = .125. Means 13 and 10: the home attack gains .125·(20 − 13)/13 = .0673077, the away attack .125·(5 − 10)/10 = −.0625.
        // After the match the means are (20·13 + 20)/21 and (20·10 + 5)/21.
        var features = new History().Then(1, 2, 1, 0, homeDid: Twenty, awayDid: Five).Next(new StrengthFamily(Statistic.Shots, 0.05, 0.1), 1, 2);
        Assert.That(features["shots_strength_050_home"], Is.EqualTo(13.3333333 * Math.Exp(2 * 0.0673077)).Within(1e-5));
        Assert.That(features["shots_strength_050_away"], Is.EqualTo(9.7619048 * Math.Exp(-2 * 0.0625)).Within(1e-5));
        Assert.That(features["shots_strength_050_ratio"], Is.EqualTo(Math.Log(13.3333333 / 9.7619048) + 2 * 0.0673077 + 2 * 0.0625).Within(1e-5));
    }

    [Test]
    public void A_new_season_raises_the_learning_rate_again()
    {
        // Team 1 makes 20 of 13 in a first match, twice: each step is .125·(20 − λ)/mean, with λ by then.
        var once = 0.125 * 7 / 13;
        var mean = 280 / 21d;
        var twice = once + 0.125 * (20 - mean * Math.Exp(once)) / mean;
        var let = 0.125 * (20 - mean * Math.Exp(once)) / mean;
        var history = new History().Then(1, 2, 1, 0, homeDid: Twenty, awayDid: Five).Then(1, 3, 1, 0, season: 2025, homeDid: Twenty, awayDid: Five);
        Assert.That(
            history.Next(new StrengthFamily(Statistic.Shots, 0.05, 0.1), 1, 3, season: 2025)["shots_strength_050_home"],
            Is.EqualTo((20 * 13 + 20 * Math.Pow(0.5, 1 / 250d) + 20) / (20 + Math.Pow(0.5, 1 / 250d) + 1) * Math.Exp(twice + let)).Within(1e-5));
    }

    [Test]
    public void A_team_whose_shots_were_never_counted_has_no_strength_in_shots() =>
        Assert.That(new History().Then(1, 2, 1, 0).Next(new StrengthFamily(Statistic.Shots, 0.05, 0.1), 1, 2).Values, Has.All.NaN);

    [Test]
    public void Chances_weigh_goals_and_what_the_play_was_worth()
    {
        // Home .4·1 + .13·8 + .012·(20 + 6) = 1.752 and away .13·2 + .012·(5 + 4) = .368, against means of 1.5 and 1.15: steps of .125·(1.752 − 1.5)/1.5 and .125·(.368 − 1.15)/1.15.
        var features = new History().Then(1, 2, 1, 0, homeDid: Twenty, awayDid: Five).Next(new StrengthFamily(Statistic.Chances, 0.05, 0.1), 1, 2);
        Assert.That(features["chances_strength_050_home"], Is.EqualTo((20 * 1.5 + 1.752) / 21 * Math.Exp(2 * 0.021)).Within(1e-5));
        Assert.That(features["chances_strength_050_away"], Is.EqualTo((20 * 1.15 + 0.368) / 21 * Math.Exp(2 * -0.085)).Within(1e-5));
        Assert.That(new History().Then(1, 2, 1, 0).Next(new StrengthFamily(Statistic.Chances, 0.05, 0.1), 1, 2).Values, Has.All.NaN);
    }

    [Test]
    public void Gap_ratings_start_at_the_means_and_halve_between_attack_and_defence()
    {
        // Expected 13 and 10; errors 7 and −5; λ = .1, φ = .6. Home attack 13.42, away team's away defence 13.42; away attack 9.7, home defence 9.7.
        var features = new History().Then(1, 2, 1, 0, homeDid: Twenty, awayDid: Five).Next(new GapFamily(Statistic.Shots), 1, 2);
        Assert.That(features["shots_gap_home"], Is.EqualTo(13.42).Within(1e-5));
        Assert.That(features["shots_gap_away"], Is.EqualTo(9.7).Within(1e-5));
        Assert.That(features["shots_gap_difference"], Is.EqualTo(3.72).Within(1e-5));
    }
}
