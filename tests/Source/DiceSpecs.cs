using Soccer.Source.World;

namespace Soccer.Source.Tests;

public sealed class DiceSpecs
{
    [Test]
    public void Follows_SplitMix64()
    {
        // The first five outputs for this seed are published with the generator; a uniform number is the upper 53 bits.
        ulong[] published = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        var dice = new Dice(1234567);

        foreach (var number in published) Assert.That(dice.Uniform(), Is.EqualTo((number >> 11) / 9007199254740992.0));
    }

    [Test]
    public void Gives_other_numbers_under_another_name() =>
        Assert.That(Dice.Named(7, "a").Uniform(), Is.Not.EqualTo(Dice.Named(7, "b").Uniform()));

    [Test]
    public void Draws_normal_and_Poisson_numbers_of_the_right_mean_and_variance()
    {
        var dice = new Dice(1);
        var normal = Enumerable.Range(0, 100_000).Select(_ => dice.Normal()).ToArray();
        var counts = Enumerable.Range(0, 100_000).Select(_ => (double)dice.Poisson(2.7)).ToArray();

        // Five standard errors: of the means 5 sqrt(v/n), of the variances 5 sqrt((m4 - v^2)/n).
        Assert.That(normal.Average(), Is.EqualTo(0).Within(.016));
        Assert.That(normal.Average(x => x * x), Is.EqualTo(1).Within(.023));
        Assert.That(counts.Average(), Is.EqualTo(2.7).Within(.026));
        Assert.That(counts.Average(x => (x - 2.7) * (x - 2.7)), Is.EqualTo(2.7).Within(.066));
    }
}
