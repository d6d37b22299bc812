using FsCheck;
using FsCheck.Fluent;
using Soccer.Forecasting.Metrics;

namespace Soccer.Forecasting.Tests.Metrics;

public sealed class PopulationStabilitySpecs
{
    static readonly float[] Hundred = [.. Enumerable.Range(0, 100).Select(i => (float)i)];

    [Test]
    public void The_same_values_in_any_order_have_an_index_of_zero() => Assert.That(PopulationStability.Of(Hundred, [.. Hundred.Reverse()]), Is.EqualTo(0).Within(1e-12));

    [Test]
    public void Values_that_moved_into_half_of_the_bins_are_far_away()
    {
        // Five bins go from .1 to .2, five from .1 to nothing (epsilon).
        var expected = 5 * (0.1 * Math.Log(2)) + 5 * ((1e-4 - 0.1) * Math.Log(1e-4 / 0.1));
        Assert.That(PopulationStability.Of(Hundred, [.. Hundred.Where(v => v < 50)]), Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void What_is_missing_has_a_bin_of_its_own()
    {
        // Half goes missing: ten bins from .1 to .05, and the bin of the missing from nothing (epsilon) to .5.
        float[] sample = [.. Hundred, .. Enumerable.Repeat(float.NaN, 100)];
        var expected = 10 * (-0.05 * Math.Log(0.5)) + (0.5 - 1e-4) * Math.Log(0.5 / 1e-4);
        Assert.That(PopulationStability.Of(Hundred, sample), Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void Of_two_values_there_are_two_bins()
    {
        float[] reference = [0, 0, 0, 1];
        float[] sample = [0, 1, 1, 1];
        Assert.That(PopulationStability.Of(reference, sample), Is.EqualTo(-0.5 * Math.Log(1d / 3) + 0.5 * Math.Log(3)).Within(1e-9));
    }

    [Test]
    public void A_feature_that_was_always_missing_and_still_is_has_not_moved() =>
        Assert.That(PopulationStability.Of([float.NaN, float.NaN], [float.NaN]), Is.EqualTo(0));

    [Test]
    public void The_index_is_never_negative()
    {
        var values = Gen.Frequency((1, Gen.Constant(float.NaN)), (9, Gen.Choose(-20, 20).Select(i => i / 4f))).NonEmptyListOf().Select(list => list.ToArray());
        Prop.ForAll(values.Two().ToArbitrary(), x => PopulationStability.Of(x.Item1, x.Item2) >= 0).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Refuses_an_empty_sample() => Assert.That(() => PopulationStability.Of(Hundred, []), Throws.ArgumentException);
}
