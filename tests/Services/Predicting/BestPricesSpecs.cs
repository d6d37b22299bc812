using Soccer.Predict;
using Soccer.Tables.Validate;

namespace Soccer.Services.Tests.Predicting;

sealed class BestPricesSpecs
{
    [Test]
    public void Are_the_best_of_each_outcome_over_the_bookmakers() => Assert.That(
        BestPrices.Of([Price("B365", 2.1f, 3.4f, 3.6f), Price("PS", 2.15f, 3.3f, 3.5f), Price("WH", 2.0f, 3.4f, 3.75f)]),
        Is.EqualTo(new BestPrices(new(2.15f, "PS"), new(3.4f, "B365"), new(3.75f, "WH"))));

    [Test]
    public void Name_a_bookmaker_rather_than_the_nameless_maximum_at_the_same_odds() => Assert.That(
        BestPrices.Of([Price("Max", 2.15f, 3.4f, 3.8f), Price("PS", 2.15f, 3.3f, 3.5f)]),
        Is.EqualTo(new BestPrices(new(2.15f, "PS"), new(3.4f, "Max"), new(3.8f, "Max"))));

    [Test]
    public void Never_are_the_market_s_average() => Assert.That(
        BestPrices.Of([Price("Avg", 9, 9, 9), Price("PS", 2.15f, 3.3f, 3.5f)]), Is.EqualTo(new BestPrices(new(2.15f, "PS"), new(3.3f, "PS"), new(3.5f, "PS"))));

    [Test]
    public void Are_none_where_nobody_offers_any() => Assert.That(BestPrices.Of([Price("Avg", 2, 3, 4)]), Is.EqualTo(new BestPrices(null, null, null)));

    static PriceRow Price(string bookmaker, float home, float draw, float away) => new(1, bookmaker, 1, home, draw, away);
}
