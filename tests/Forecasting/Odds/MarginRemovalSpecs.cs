using FsCheck;
using FsCheck.Fluent;
using Soccer.Forecasting.Odds;

namespace Soccer.Forecasting.Tests.Odds;

public sealed class MarginRemovalSpecs
{
    static readonly Prices Published = new(2.7, 2.3, 4.4);

    [Test]
    public void Multiplicative_divides_by_the_overround() =>
        AssertThree(MarginRemoval.Multiplicative(Published), 0.358738036, 0.421127260, 0.220134704);

    [Test]
    public void Power_finds_the_published_exponent()
    {
        Assert.That(MarginRemoval.PowerExponent(Published), Is.EqualTo(1.030913239).Within(1e-9));
        AssertThree(MarginRemoval.Power(Published), 0.359171100, 0.423730753, 0.217098147);
    }

    [Test]
    public void Shin_finds_the_published_share_of_insiders()
    {
        Assert.That(MarginRemoval.ShinInsiders(Published), Is.EqualTo(0.016236443).Within(1e-9));
        AssertThree(MarginRemoval.Shin(Published), 0.359343920, 0.423243848, 0.217412232);
    }

    [Test]
    public void All_methods_agree_where_there_is_no_margin()
    {
        var fair = new Prices(2, 4, 4);
        AssertThree(MarginRemoval.Multiplicative(fair), 0.5, 0.25, 0.25);
        AssertThree(MarginRemoval.Power(fair), 0.5, 0.25, 0.25);
        AssertThree(MarginRemoval.Shin(fair), 0.5, 0.25, 0.25);
    }

    [Test]
    public void Every_method_gives_probabilities_that_sum_to_one_and_rank_as_the_prices_do()
    {
        var prices = from home in Gen.Choose(105, 1500)
                     from draw in Gen.Choose(300, 900)
                     from away in Gen.Choose(105, 1500)
                     select new Prices(home / 100d, draw / 100d, away / 100d);
        Prop.ForAll(prices.Where(p => p.IsUsable).ToArbitrary(), p => Enumerable.All(
            [MarginRemoval.Multiplicative(p), MarginRemoval.Power(p), MarginRemoval.Shin(p)],
            q => Math.Abs(q.Sum - 1) < 1e-12 && q is { Home: > 0, Draw: > 0, Away: > 0 } && (p.Home < p.Away == q.Home > q.Away || p.Home == p.Away)))
            .QuickCheckThrowOnFailure();
    }

    [Test]
    public void Refuses_prices_that_cannot_be_an_offer() =>
        Assert.That(() => MarginRemoval.Power(new(1.5, 1.5, 1.5)), Throws.ArgumentException.With.Message.Contains("1.5 / 1.5 / 1.5"));

    static void AssertThree(Probabilities actual, double home, double draw, double away)
    {
        Assert.That(actual.Home, Is.EqualTo(home).Within(1e-9));
        Assert.That(actual.Draw, Is.EqualTo(draw).Within(1e-9));
        Assert.That(actual.Away, Is.EqualTo(away).Within(1e-9));
    }
}
