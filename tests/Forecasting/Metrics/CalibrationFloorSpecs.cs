using Soccer.Forecasting.Metrics;

namespace Soccer.Forecasting.Tests.Metrics;

public sealed class CalibrationFloorSpecs
{
    [Test]
    public void Forecasts_that_are_sure_leave_nothing_to_luck() => Assert.That(
        CalibrationFloor.Of([new(1, 0, 0), new(0, 0, 1), new(0, 1, 0)], 7), Is.EqualTo(new Interval(0, 0, 0)));

    [Test]
    public void Its_mean_is_the_mean_distance_of_a_binomial_share_from_its_probability()
    {
        // Bins of 100 matches: E|f − p| = √(2/π)·√(p(1 − p)/100), .03989 for a home win and .03455 for each other outcome.
        var floor = CalibrationFloor.Of([.. Enumerable.Repeat(new Probabilities(0.5, 0.25, 0.25), 1000)], 7, 2000);
        Assert.Multiple(() =>
        {
            Assert.That(floor.Mean, Is.EqualTo((0.03989 + 2 * 0.03455) / 3).Within(0.0005));
            Assert.That(floor.Low, Is.EqualTo(0.022).Within(0.004));
            Assert.That(floor.High, Is.EqualTo(0.052).Within(0.004));
        });
    }

    [Test]
    public void The_same_seed_gives_the_same_range()
    {
        Probabilities[] forecasts = [.. Enumerable.Range(0, 60).Select(i => new Probabilities(0.3 + i / 200d, 0.25, 0.45 - i / 200d))];
        var (once, again, other) = (CalibrationFloor.Of(forecasts, 3), CalibrationFloor.Of(forecasts, 3), CalibrationFloor.Of(forecasts, 4));
        Assert.That(again, Is.EqualTo(once));
        Assert.That(other, Is.Not.EqualTo(once));
    }

    [Test]
    public void Refuses_too_few_draws() =>
        Assert.That(() => CalibrationFloor.Of([new(0.5, 0.3, 0.2)], 7, 39), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
