using FsCheck;
using FsCheck.Fluent;
using Soccer.Forecasting.Odds;

namespace Soccer.Forecasting.Tests.Odds;

public sealed class PriceBlendSpecs
{
    static readonly Probabilities Market = new(0.5, 0.3, 0.2), Other = new(0.6, 0.2, 0.2);

    [Test]
    public void Weight_0_is_the_market_and_1_the_other()
    {
        Equal(PriceBlend.Of(Market, Other, 0), Market);
        Equal(PriceBlend.Of(Market, Other, 1), Other);
    }

    // √(.5·.6) = .5477226, √(.3·.2) = .2449490, √(.2·.2) = .2, of their sum .9926716.
    [Test]
    public void Half_way_is_the_geometric_mean() => Equal(PriceBlend.Of(Market, Other, 0.5), new(0.5517662, 0.2467574, 0.2014765), 1e-7);

    // The reference is a search over a grid, which knows nothing of slopes.
    [Test]
    public void The_fit_is_the_weight_of_the_least_log_loss()
    {
        Outcome[] outcomes = [.. Enumerable.Repeat(Outcome.HomeWin, 6), .. Enumerable.Repeat(Outcome.Draw, 3), .. Enumerable.Repeat(Outcome.AwayWin, 2)];
        (Probabilities, Probabilities, Outcome)[] matches = [.. outcomes.Select(outcome => (new Probabilities(0.5, 0.3, 0.2), new Probabilities(0.7, 0.2, 0.1), outcome))];
        var best = Enumerable.Range(0, 10_001).Select(step => step / 10_000d)
            .MinBy(weight => matches.Sum(match => -Math.Log(PriceBlend.Of(match.Item1, match.Item2, weight)[match.Item3])));
        Assert.That(PriceBlend.Fit(matches), Is.EqualTo(best).Within(1e-4).And.GreaterThan(0).And.LessThan(1));
    }

    [Test]
    public void A_forecaster_that_is_wrong_gets_no_weight_and_one_that_is_right_all() => Assert.Multiple(() =>
    {
        Assert.That(PriceBlend.Fit([(Market, Other, Outcome.Draw)]), Is.Zero);
        Assert.That(PriceBlend.Fit([(Market, Other, Outcome.HomeWin)]), Is.EqualTo(1));
    });

    [Test]
    public void A_blend_is_a_forecast_between_both() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new System.Random(seed);
            var (market, other) = (Any(random), Any(random));
            var blend = PriceBlend.Of(market, other, random.NextDouble());
            var ratio = (Probabilities p) => Math.Log(p.Home / p.Away);
            return Math.Abs(blend.Sum - 1) < 1e-12
                && ratio(blend) >= Math.Min(ratio(market), ratio(other)) - 1e-9 && ratio(blend) <= Math.Max(ratio(market), ratio(other)) + 1e-9;
        }).QuickCheckThrowOnFailure();

    static Probabilities Any(System.Random random)
    {
        var (home, draw, away) = (random.NextDouble() + 0.05, random.NextDouble() + 0.05, random.NextDouble() + 0.05);
        var sum = home + draw + away;
        return new(home / sum, draw / sum, away / sum);
    }

    static void Equal(Probabilities actual, Probabilities expected, double within = 1e-12) =>
        Assert.That(new[] { actual.Home, actual.Draw, actual.Away }, Is.EqualTo(new[] { expected.Home, expected.Draw, expected.Away }).Within(within));
}
