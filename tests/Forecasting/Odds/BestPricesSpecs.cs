using Soccer.Forecasting.Odds;

namespace Soccer.Forecasting.Tests.Odds;

public sealed class BestPricesSpecs
{
    static readonly Commissions Standard = new();

    [Test]
    public void Are_the_best_of_each_outcome_over_the_bookmakers() => Assert.That(
        BestPrices.Of([new("B365", 2.1f, 3.4f, 3.6f), new("PS", 2.15f, 3.3f, 3.5f), new("WH", 2.0f, 3.4f, 3.75f)], Standard),
        Is.EqualTo(new BestPrices(Price(2.15f, "PS"), Price(3.4f, "B365"), Price(3.75f, "WH"))));

    // After 5% of the winnings 2.2 pays 2.14, 3.4 pays 3.28 and 3.9 pays 3.755: the exchange is best for the away win alone.
    [Test]
    public void Take_an_exchange_only_where_it_pays_best_after_commission() => Assert.That(
        BestPrices.Of([new("BFE", 2.2f, 3.4f, 3.9f), new("PS", 2.15f, 3.3f, 3.5f)], Standard),
        Is.EqualTo(new BestPrices(Price(2.15f, "PS"), Price(3.3f, "PS"), new(3.9f, "BFE", 1 + ((double)3.9f - 1) * 0.95))));

    [Test]
    public void Pass_over_the_nameless_maximum_where_a_bookmaker_has_a_name() => Assert.That(
        BestPrices.Of([new("Max", 2.2f, 3.5f, 3.9f), new("PS", 2.15f, 3.3f, 3.5f)], Standard), Is.EqualTo(new BestPrices(Price(2.15f, "PS"), Price(3.3f, "PS"), Price(3.5f, "PS"))));

    [Test]
    public void Are_the_maximum_where_nobody_has_a_name() => Assert.That(
        BestPrices.Of([new("Avg", 2, 3, 4), new("Max", 2.2f, 3.5f, 3.9f)], Standard), Is.EqualTo(new BestPrices(Price(2.2f, "Max"), Price(3.5f, "Max"), Price(3.9f, "Max"))));

    [Test]
    public void Are_none_where_nobody_offers_any() => Assert.That(BestPrices.Of([new("Avg", 2, 3, 4)], Standard), Is.EqualTo(new BestPrices(null, null, null)));

    // .8772 is no offer that anybody makes: an exchange on which nobody has matched yet.
    [Test]
    public void Leave_out_what_is_no_real_offer() => Assert.That(
        BestPrices.Of([new("BFE", 3.2f, 3.6f, 3.5f), new("PS", 2.15f, 3.3f, 3.5f)], Standard), Is.EqualTo(new BestPrices(Price(2.15f, "PS"), Price(3.3f, "PS"), Price(3.5f, "PS"))));

    [Test]
    public void Tell_what_all_three_pay() => Assert.That(BestPrices.Of([new("PS", 2, 3.2f, 4)], Standard).Net, Is.EqualTo(new Prices(2, 3.2f, 4)));

    static BestPrice Price(float odds, string bookmaker) => new(odds, bookmaker, odds);
}
