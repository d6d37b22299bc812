using Soccer.Forecasting.Features;
using Soccer.Forecasting.Odds;

namespace Soccer.Forecasting.Tests.Features;

/// <summary>Prices here have no margin, so that their probabilities are their reciprocals: ½, ¼, ¼ is a supremacy of ln 2 and a draw of ln(¼ / √⅛).</summary>
public sealed class MarketFamilySpecs
{
    static readonly Prices Favourite = new(2, 4, 4);
    static readonly Prices Even = new(3, 3, 3);
    static readonly double Ln2 = Math.Log(2);

    [Test]
    public void Ratings_move_by_the_price_s_error()
    {
        // Newcomers are equals, expected .4 at home; the rate of a first match is .1·2.5 = .25 each. The home advantage is then (20·.4 + ln 2)/21.
        var features = new History().Then(1, 2, 0, 3, closing: Favourite).Next(new MarketStrengthFamily(0.1), 2, 1);
        var advantage = (20 * 0.4 + Ln2) / 21;
        Assert.That(features["market_strength_10_ratio"], Is.EqualTo(advantage - 2 * 0.25 * (Ln2 - 0.4)).Within(1e-6));
        // The mean rating is (0·20 − .4)/21: newcomers stand .4 below the level of their division.
        Assert.That(features["market_strength_10_away"], Is.EqualTo(-0.4 + 0.25 * (Ln2 - 0.4) + 0.4 / 21).Within(1e-6));
    }

    [Test]
    public void The_closing_price_counts_and_the_opening_one_where_there_is_none()
    {
        float Rated(Prices? opening, Prices? closing) => new History().Then(1, 2, 0, 0, opening: opening, closing: closing).Next(new MarketStrengthFamily(0.1), 1, 2)["market_strength_10_ratio"];
        Assert.That(Rated(Even, Favourite), Is.EqualTo(Rated(null, Favourite)));
        Assert.That(Rated(Favourite, null), Is.EqualTo(Rated(null, Favourite)));
        Assert.That(Rated(Favourite, new(1.1, 1.1, 1.1)), Is.EqualTo(Rated(null, Favourite)));
        Assert.That(Rated(null, Even), Is.LessThan(Rated(null, Favourite)));
    }

    [Test]
    public void A_team_long_unpriced_is_a_newcomer_again()
    {
        var history = new History().Then(1, 2, 1, 0, closing: Favourite).Then(3, 4, 1, 0, after: 401, closing: Even);
        var features = history.Next(new MarketStrengthFamily(0.1), 1, 9);
        Assert.That(features["market_strength_10_home"], Is.EqualTo(features["market_strength_10_away"]));
    }

    [Test]
    public void Where_nothing_was_priced_everything_is_missing()
    {
        var history = new History().Then(1, 2, 1, 0, closing: Favourite).Then(5, 6, 1, 0, "E1");
        foreach (var family in (IFeatureFamily[])[new MarketStrengthFamily(0.1), new MarketRidgeFamily(30, 0.3), new MarketSurpriseFamily(Statistic.Points)])
            Assert.That(history.Next(family, 5, 6, "E1").Values, Has.All.NaN, family.Name);
    }

    [Test]
    public void The_ridge_shares_a_price_between_both_teams_and_the_level()
    {
        // The means expected before are .4 and −.25. One match of weight 1 against a ridge of ½: r(home) = −r(away) = e / (1 + ½ + 1), and as much of the balance for each of two teams.
        var features = new History().Then(1, 2, 1, 0, closing: Favourite).Next(new MarketRidgeFamily(30, 0.5), 1, 2, after: 0 + 7);
        var balance = Math.Log(0.25 / Math.Sqrt(0.125)) + 0.055 * Ln2 * Ln2;
        var supremacy = (20 * 0.4 + Ln2) / 21 + 2 / 2.5 * (Ln2 - 0.4);
        var draw = (20 * -0.25 + balance) / 21 + 2 / 2.5 * (balance + 0.25) - 0.055 * supremacy * supremacy;
        Assert.That(features["market_ridge_30_home_ratio"], Is.EqualTo(supremacy / 2 - draw).Within(2e-3));
        Assert.That(features["market_ridge_30_away_ratio"], Is.EqualTo(-supremacy / 2 - draw).Within(2e-3));
    }

    [Test]
    public void Surprise_is_what_was_made_above_the_price_s_promise()
    {
        // .7 goals a unit of supremacy are promised: 2 − .7·ln 2, over one match and three of none.
        var features = new History().Then(1, 2, 2, 0, closing: Favourite).Next(new MarketSurpriseFamily(Statistic.Goals), 1, 2);
        Assert.That(features["market_surprise_goals_4_difference"], Is.EqualTo(2 * (2 - 0.7 * Ln2) / 4).Within(1e-6));
    }

    [Test]
    public void A_division_s_own_results_teach_what_a_price_promises()
    {
        // After 2 goals at ln 2 the promise is (2·ln 2 + 20·.7) / (ln² 2 + 20) a unit. Teams 3 and 4 never met before.
        var slope = (2 * Ln2 + 14) / (Ln2 * Ln2 + 20);
        var features = new History().Then(1, 2, 2, 0, closing: Favourite).Then(3, 4, 0, 0, closing: Favourite).Next(new MarketSurpriseFamily(Statistic.Goals), 3, 4);
        Assert.That(features["market_surprise_goals_15_difference"], Is.EqualTo(2 * -slope * Ln2 / 4).Within(1e-6));
    }

    [Test]
    public void A_match_s_own_price_is_read_without_its_margin()
    {
        var prices = new Prices(1.9, 3.6, 4.1);
        var p = MarginRemoval.Power(prices);
        var features = new History().Then(1, 2, 2, 0, closing: Favourite).Next(new PriceFamily(), 1, 2, opening: prices);
        Assert.That(features["price_home_ratio"], Is.EqualTo(Math.Log(p.Home / p.Draw)).Within(1e-6));
        Assert.That(features["price_away_ratio"], Is.EqualTo(Math.Log(p.Away / p.Draw)).Within(1e-6));
        Assert.That(features["price_supremacy"], Is.EqualTo(Math.Log(p.Home / p.Away)).Within(1e-6));
        Assert.That(features["price_overround"], Is.EqualTo(1 / 1.9 + 1 / 3.6 + 1 / 4.1).Within(1e-6));
    }

    [Test]
    public void A_price_is_news_by_how_far_it_is_from_the_memory_s_opinion()
    {
        var memory = new History().Then(1, 2, 2, 0, closing: Favourite).Next(new MarketStrengthFamily(0.15), 1, 2)["market_strength_15_ratio"];
        Assert.That(new History().Then(1, 2, 2, 0, closing: Favourite).Next(new PriceFamily(), 1, 2, opening: Even)["price_news"], Is.EqualTo(-memory).Within(1e-6));
    }

    [Test]
    public void An_unusable_price_is_no_price() =>
        Assert.That(new History().Then(1, 2, 2, 0, closing: Favourite).Next(new PriceFamily(), 1, 2, opening: new(1.1, 1.2, 1.3)).Values, Has.All.NaN);
}
