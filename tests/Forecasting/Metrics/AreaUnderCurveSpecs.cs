using Soccer.Forecasting.Metrics;

namespace Soccer.Forecasting.Tests.Metrics;

public sealed class AreaUnderCurveSpecs
{
    [Test]
    public void A_pair_in_order_counts_one_and_a_tied_pair_half()
    {
        // Home wins at .8 and .6, others at .6 and .3: the pairs count 1, 1, ½ and 1.
        Probabilities[] forecasts = [new(0.8, 0.1, 0.1), new(0.6, 0.2, 0.2), new(0.6, 0.3, 0.1), new(0.3, 0.3, 0.4)];
        Outcome[] outcomes = [Outcome.HomeWin, Outcome.Draw, Outcome.HomeWin, Outcome.AwayWin];
        // The draw at .2 against .1, .3 and .3: 1, 0, 0. The away win at .4 stands above all.
        Assert.Multiple(() =>
        {
            Assert.That(AreaUnderCurve.Of(forecasts, outcomes, Outcome.HomeWin), Is.EqualTo(3.5 / 4).Within(1e-12));
            Assert.That(AreaUnderCurve.Of(forecasts, outcomes, Outcome.Draw), Is.EqualTo(1 / 3d).Within(1e-12));
            Assert.That(AreaUnderCurve.Of(forecasts, outcomes, Outcome.AwayWin), Is.EqualTo(1));
            Assert.That(AreaUnderCurve.Of(forecasts, outcomes), Is.EqualTo((3.5 / 4 + 1 / 3d + 1) / 3).Within(1e-12));
        });
    }

    [Test]
    public void The_same_forecast_for_every_match_has_no_order() => Assert.That(
        AreaUnderCurve.Of([new(0.5, 0.3, 0.2), new(0.5, 0.3, 0.2), new(0.5, 0.3, 0.2)], [Outcome.HomeWin, Outcome.Draw, Outcome.AwayWin]), Is.EqualTo(0.5));

    [Test]
    public void An_outcome_that_never_came_has_no_order() => Assert.That(
        AreaUnderCurve.Of([new(0.5, 0.3, 0.2), new(0.4, 0.3, 0.3)], [Outcome.HomeWin, Outcome.HomeWin], Outcome.Draw), Is.EqualTo(0.5));

    [Test]
    public void Refuses_an_empty_sample() => Assert.That(() => AreaUnderCurve.Of([], []), Throws.ArgumentException);
}
