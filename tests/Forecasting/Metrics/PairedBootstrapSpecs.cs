using Soccer.Forecasting.Metrics;

namespace Soccer.Forecasting.Tests.Metrics;

public sealed class PairedBootstrapSpecs
{
    static readonly DateOnly Day = new(2024, 8, 17);

    [Test]
    public void A_constant_difference_has_an_interval_of_no_width()
    {
        var interval = PairedBootstrap.Difference([1.5, 2.5, 3.5], [1, 2, 3], [Day, Day, Day.AddDays(1)], 7);
        Assert.That(interval, Is.EqualTo(new Interval(0.5, 0.5, 0.5)));
    }

    [Test]
    public void Matches_of_one_day_are_drawn_together()
    {
        // +1 and −1 on the same day always cancel; drawn one by one they would not.
        var interval = PairedBootstrap.Difference([1, 0, 1, 0], [0, 1, 0, 1], [Day, Day, Day.AddDays(1), Day.AddDays(1)], 7);
        Assert.That(interval, Is.EqualTo(new Interval(0, 0, 0)));
    }

    [Test]
    public void The_interval_is_as_wide_as_the_normal_one()
    {
        // 400 days of one match, differences ±1: the standard error of the mean is 1/√400 = .05, so ±.098.
        var first = Enumerable.Range(0, 400).Select(i => i % 2 * 2d - 1).ToArray();
        var days = Enumerable.Range(0, 400).Select(Day.AddDays).ToArray();
        var interval = PairedBootstrap.Difference(first, new double[400], days, 7);
        Assert.That(interval.Mean, Is.EqualTo(0));
        Assert.That(interval.Low, Is.EqualTo(-0.098).Within(0.01));
        Assert.That(interval.High, Is.EqualTo(0.098).Within(0.01));
    }

    [Test]
    public void The_same_seed_gives_the_same_interval_whatever_the_order_of_days()
    {
        double[] first = [0.5, 1.25, 0.25, 2, 1];
        double[] second = [1, 0.5, 0.75, 1, 1];
        DateOnly[] days = [Day, Day.AddDays(1), Day.AddDays(2), Day.AddDays(3), Day.AddDays(4)];
        var interval = PairedBootstrap.Difference(first, second, days, 7);
        Assert.That(interval.Mean, Is.EqualTo(0.15).Within(1e-12));
        Array.Reverse(first);
        Array.Reverse(second);
        Array.Reverse(days);
        Assert.That(PairedBootstrap.Difference(first, second, days, 7), Is.EqualTo(interval));
    }

    [Test]
    public void Refuses_lengths_that_differ() => Assert.That(() => PairedBootstrap.Difference([1], [1, 2], [Day], 7), Throws.ArgumentException);
}
