using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Tests.Ratings;

public sealed class ExponentiallyWeightedSpecs
{
    [Test]
    public void The_first_value_is_the_mean() => Assert.That(default(ExponentiallyWeighted).Add(3, 0.5).Mean, Is.EqualTo(3));

    [Test]
    public void Each_older_value_counts_less()
    {
        // (1·4 + ½·1 + ¼·2) / (1 + ½ + ¼) = 5 / 1.75
        var mean = default(ExponentiallyWeighted).Add(2, 0.5).Add(1, 0.5).Add(4, 0.5);
        Assert.That(mean.Mean, Is.EqualTo(2.857142857).Within(1e-9));
        Assert.That(mean.Towards(1, 2), Is.EqualTo((5 + 2 * 1) / 3.75).Within(1e-12));
    }

    [Test]
    public void After_a_half_life_a_value_counts_half() => Assert.That(Math.Pow(ExponentiallyWeighted.Decay(20), 20), Is.EqualTo(0.5).Within(1e-12));

    [Test]
    public void Of_nothing_there_is_no_mean_but_a_prior()
    {
        Assert.That(default(ExponentiallyWeighted).Mean, Is.NaN);
        Assert.That(default(ExponentiallyWeighted).Towards(1.5, 20), Is.EqualTo(1.5));
    }
}
