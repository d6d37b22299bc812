using Soccer.Api.Fixtures;
using Soccer.Forecasting;
using Soccer.Forecasting.Odds;
using Soccer.Tables.Validate;
using FixtureRow = Soccer.Api.Fixtures.FixtureRow;

namespace Soccer.Api.Tests.Http;

/// <summary>
/// What a bookmaker's odds and a forecast make of each other. Probabilities of 2.7 / 2.3 / 4.4 are the published ones (Štrumbelj 2014), the
/// others by an independent bisection.
/// </summary>
public sealed class MarketAnswerSpecs
{
    static readonly Probabilities Forecast = new(0.40, 0.35, 0.25);
    static readonly Commissions Standard = new();
    static readonly DateTime Taken = new(2025, 1, 31, 18, 0, 0, DateTimeKind.Utc);

    [Test]
    public void Odds_are_told_with_the_probabilities_that_they_imply_the_edge_and_a_quarter_of_kellys_stake() => Assert.That(
        MarketAnswer.Of(new(1, "B365", 3, 2.7f, 2.3f, 4.4f), Taken, Forecast, Standard), Is.EqualTo(new MarketAnswer(
            "B365", false, Taken, 1.032426, null,
            // .40 · 2.7 − 1 = .08; ¼ · .08 / 1.7. .35 · 2.3 − 1 < 0. .25 · 4.4 − 1 = .1; ¼ · .1 / 3.4.
            new(2.7, "B365", 0.358738, 0.359171, 0.359344, 0.08, 0.011765, 0),
            new(2.3, "B365", 0.421127, 0.423731, 0.423244, -0.195, 0, 0),
            new(4.4, "B365", 0.220135, 0.217098, 0.217412, 0.1, 0.007353, 0), "Bet365")));

    [Test]
    public void The_best_odds_name_who_offers_each() => Assert.That(
        MarketAnswer.OfBest(Row(2.7f, 2.4f, 4.4f), Taken, Forecast, Standard), Is.EqualTo(new MarketAnswer(
            null, true, Taken, 1.01431, null,
            new(2.7, "B365", 0.365145, 0.365444, 0.365484, 0.08, 0.011765, 0),
            new(2.4, "PS", 0.410788, 0.411778, 0.411616, -0.16, 0, 0),
            new(4.4, "WH", 0.224066, 0.222778, 0.222899, 0.1, 0.007353, 0))));

    [Test]
    public void The_best_odds_margin_is_that_of_what_they_pay()
    {
        var best = MarketAnswer.OfBest(Row(2.7f, 2.4f, 4.4f) with { BestHomeAt = "BFE" }, Taken, Forecast, Standard)!;
        // 1 / 2.615 + 1 / 2.4 + 1 / 4.4; the home win's share of that.
        Assert.That((best.Overround, best.HomeWin.Odds, best.HomeWin.Multiplicative), Is.EqualTo((1.026349, 2.7, 0.372592)));
    }

    [Test]
    public void An_exchange_pays_its_odds_less_commission_for_edge_and_stake()
    {
        var home = MarketAnswer.Of(new(1, "BFE", 3, 2.7f, 2.3f, 4.4f), Taken, Forecast, Standard).HomeWin;
        // 1 + 1.7 x .95 = 2.615; .40 x 2.615 - 1 = .046; a quarter of that over 1.615.
        Assert.That((home.Odds, home.Edge, home.QuarterKelly, home.Commission), Is.EqualTo((2.7, 0.046, 0.007121, 0.05)));
    }

    [Test]
    public void Where_no_forecast_starts_from_the_price_there_is_neither_edge_nor_stake()
    {
        var home = MarketAnswer.Of(new(1, "B365", 3, 2.7f, 2.3f, 4.4f), Taken, null, Standard).HomeWin;
        Assert.That((home.Power, home.Edge, home.QuarterKelly), Is.EqualTo((0.359171, (double?)null, (double?)null)));
    }

    [TestCase("BFE", "Betfair Exchange", true)]
    [TestCase("BF", "Betfair Sportsbook", false)]
    [TestCase("NEWBM", "NEWBM", false)]
    [TestCase("OWNEX", "OWNEX", true)]
    public void A_bookmaker_has_its_name_and_an_exchange_is_marked(string code, string name, bool isExchange)
    {
        var commissions = new Commissions(new Dictionary<string, double> { ["OWNEX"] = 0.02 });
        var market = MarketAnswer.Of(new(1, code, 3, 2.7f, 2.3f, 4.4f), null, Forecast, commissions);
        Assert.That((market.Name, market.IsExchange), Is.EqualTo((name, isExchange)));
    }

    [TestCase("Avg", true)]
    [TestCase("Max", true)]
    [TestCase("PS", false)]
    public void What_is_made_of_several_bookmakers_is_marked(string code, bool isAggregate) =>
        Assert.That(MarketAnswer.Of(new(1, code, 3, 2.7f, 2.3f, 4.4f), null, Forecast, Standard).IsAggregate, Is.EqualTo(isAggregate));

    [Test]
    public void Odds_that_are_no_real_offer_are_marked_and_nothing_is_made_of_them() => Assert.That(
        MarketAnswer.Of(new(1, "WH", 3, 1.5f, 2.9f, 4f), null, Forecast, Standard), Is.EqualTo(new MarketAnswer(
            "WH", false, null, 1.261494, "an overround of 1.2615 is no real offer's: those lie from 0.95 to 1.25",
            new(1.5, "WH", null, null, null, null, null, 0), new(2.9, "WH", null, null, null, null, null, 0),
            new(4, "WH", null, null, null, null, null, 0), "William Hill")));

    [TestCase(0f)]
    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    public void An_outcome_without_odds_leaves_no_number_that_is_none(float away) => Assert.That(
        MarketAnswer.Of(new(1, "BW", 3, 2.7f, 2.3f, away), null, Forecast, Standard), Is.EqualTo(new MarketAnswer(
            "BW", false, null, null, "an outcome has no odds above 1",
            new(2.7, "BW", null, null, null, null, null, 0), new(2.3, "BW", null, null, null, null, null, 0),
            new(null, null, null, null, null, null, null, null), "Bet&Win")));

    [Test]
    public void Without_any_odds_there_is_no_best() => Assert.That(MarketAnswer.OfBest(Row(null, null, null), null, Forecast, Standard), Is.Null);

    static FixtureRow Row(float? home, float? draw, float? away) => new(
        1, "E0", new(2025, 2, 2), null, "Arsenal", "Chelsea", 0.4, 0.35, 0.25, null, null, null, home, home is null ? null : "B365", draw, draw is null ? null : "PS",
        away, away is null ? null : "WH", null, null, "m1", "results-only", 5, 3, new(2025, 2, 1), Taken);
}
