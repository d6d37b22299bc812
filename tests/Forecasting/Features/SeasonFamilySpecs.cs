using Soccer.Forecasting.Features;

namespace Soccer.Forecasting.Tests.Features;

public sealed class SeasonFamilySpecs
{
    [Test]
    public void The_table_ranks_by_points_then_goal_difference()
    {
        // 1: 3 points, +1. 2: 3 points, +3. 3: 1 point, −1. 4: 1 point, −3.
        var history = new History().Then(1, 3, 1, 0).Then(2, 4, 3, 0).Then(3, 4, 1, 1);
        var features = history.Next(new TableFamily(), 1, 4);
        Assert.That(features["table_position_home"], Is.EqualTo(2));
        Assert.That(features["table_position_away"], Is.EqualTo(4));
        Assert.That(features["table_position_difference"], Is.EqualTo(2));
        Assert.That(features["table_points_home"], Is.EqualTo(3));
        Assert.That(features["table_points_away"], Is.EqualTo(0.5));
        Assert.That(features["table_points_difference"], Is.EqualTo(2.5));
        Assert.That(features["table_goals_home"], Is.EqualTo(1));
        Assert.That(features["table_goals_away"], Is.EqualTo(-1.5));
        Assert.That(features["table_goals_difference"], Is.EqualTo(2.5));
    }

    [Test]
    public void Teams_equal_in_both_share_a_place()
    {
        var history = new History().Then(1, 3, 1, 0).Then(2, 4, 2, 1);
        Assert.That(history.Next(new TableFamily(), 1, 2)["table_position_difference"], Is.EqualTo(0));
        Assert.That(history.Next(new TableFamily(), 3, 4)["table_position_away"], Is.EqualTo(3));
    }

    [Test]
    public void A_season_starts_with_an_empty_table_and_last_season_s_length()
    {
        // Last season each team played at most three matches.
        var history = new History().Then(1, 2, 1, 0).Then(2, 1, 1, 0).Then(1, 3, 1, 0).Then(1, 2, 0, 0, season: 2025);
        var features = history.Next(new TableFamily(), 1, 3, season: 2025);
        Assert.That(features["season_stage_home"], Is.EqualTo(1 / 3f));
        Assert.That(features["season_stage_away"], Is.EqualTo(0));
        Assert.That(features["table_points_home"], Is.EqualTo(1));
        Assert.That(features["table_position_away"], Is.NaN);
        Assert.That(new History().Then(1, 2, 1, 0).Next(new TableFamily(), 1, 2)["season_stage_home"], Is.NaN);
    }

    [Test]
    public void Promotion_compares_with_last_season_s_level()
    {
        var history = new History().Then(1, 2, 1, 0, "E1").Then(3, 4, 1, 0, "E0");
        var features = history.Next(new PromotionFamily(), 1, 3, "E0", 2025);
        Assert.That(features["promotion_home"], Is.EqualTo(1));
        Assert.That(features["promotion_away"], Is.EqualTo(0));
        Assert.That(features["promotion_difference"], Is.EqualTo(1));
        Assert.That(features["matches_seen_home"], Is.EqualTo(1));
        Assert.That(history.Next(new PromotionFamily(), 3, 9, "E1", 2025)["promotion_home"], Is.EqualTo(-1));
        Assert.That(history.Next(new PromotionFamily(), 3, 9, "E1", 2025)["promotion_away"], Is.NaN);
    }

    [Test]
    public void A_team_is_promoted_all_season_long()
    {
        var history = new History().Then(1, 2, 1, 0, "E1").Then(1, 3, 1, 0, "E0", 2025).Then(3, 1, 1, 0, "E0", 2025);
        Assert.That(history.Next(new PromotionFamily(), 1, 3, "E0", 2025)["promotion_home"], Is.EqualTo(1));
        Assert.That(history.Next(new PromotionFamily(), 1, 3, "E0", 2025)["promotion_away"], Is.NaN);
        Assert.That(history.Next(new PromotionFamily(), 1, 3, "E0", 2026)["promotion_home"], Is.EqualTo(0));
    }

    [Test]
    public void Rest_is_in_days_and_capped()
    {
        var history = new History().Then(1, 2, 1, 0).Then(3, 4, 1, 0, after: 60);
        var features = history.Next(new RestFamily(), 3, 1, after: 3);
        Assert.That(features["rest_home"], Is.EqualTo(3));
        Assert.That(features["rest_away"], Is.EqualTo(15));
        Assert.That(features["rest_difference"], Is.EqualTo(-12));
        Assert.That(history.Next(new RestFamily(), 1, 9)["rest_away"], Is.NaN);
    }

    [Test]
    public void Meetings_are_seen_from_the_home_team()
    {
        // 1 beat 2 by 2-0, then drew 1-1 away. Decay .5^(1/3) = .793701: (3·.793701 + 0)/1.793701, (2·.793701 + 0)/1.793701.
        var history = new History().Then(1, 2, 2, 0).Then(2, 1, 1, 1).Then(1, 3, 5, 0);
        var features = history.Next(new HeadToHeadFamily(), 2, 1);
        Assert.That(features["head_to_head_points"], Is.EqualTo(-1.327480).Within(1e-5));
        Assert.That(features["head_to_head_goals"], Is.EqualTo(-0.884987).Within(1e-5));
        Assert.That(features["head_to_head_meetings"], Is.EqualTo(2));
        Assert.That(history.Next(new HeadToHeadFamily(), 2, 3)["head_to_head_points"], Is.NaN);
        Assert.That(history.Next(new HeadToHeadFamily(), 2, 3)["head_to_head_meetings"], Is.EqualTo(0));
    }

    [Test]
    public void A_division_s_rates_start_from_the_usual_ones_as_if_from_twenty_matches()
    {
        var features = new History().Then(1, 2, 2, 1, "E2").Next(new DivisionFamily(), 3, 4, "E2");
        Assert.That(features["division_level"], Is.EqualTo(3));
        Assert.That(features["division_home_wins"], Is.EqualTo((20 * 0.46 + 1) / 21).Within(1e-6));
        Assert.That(features["division_draws"], Is.EqualTo(20 * 0.27 / 21).Within(1e-6));
        Assert.That(features["division_away_wins"], Is.EqualTo(20 * 0.27 / 21).Within(1e-6));
        Assert.That(features["division_home_ratio"], Is.EqualTo(Math.Log((20 * 0.46 + 1) / (20 * 0.27))).Within(1e-6));
        Assert.That(features["division_draw_ratio"], Is.EqualTo(Math.Log(20 * 0.27 / (21 - 20 * 0.27))).Within(1e-6));
        Assert.That(features["division_home_goals"], Is.EqualTo((20 * 1.5 + 2) / 21).Within(1e-6));
        Assert.That(features["division_away_goals"], Is.EqualTo((20 * 1.1 + 1) / 21).Within(1e-6));
        Assert.That(new History().Then(1, 2, 2, 1, "E2").Next(new DivisionFamily(), 3, 4, "E1")["division_home_wins"], Is.EqualTo(0.46f));
    }
}
