using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;

namespace Soccer.Forecasting.Tests.Models;

public sealed class FeatureReferenceSpecs
{
    static readonly float[] Values = [.. Enumerable.Range(1, 101).Select(i => (float)i), .. Enumerable.Repeat(float.NaN, 99)];

    [Test]
    public void It_keeps_the_deciles_and_the_shares_between_them()
    {
        var reference = FeatureReference.Of(Values);
        Assert.That(reference.Edges, Is.EqualTo(new double[] { 11, 21, 31, 41, 51, 61, 71, 81, 91 }).Within(1e-9));
        // 11 values up to the first edge, 10 up to each other one and above the last, 99 of 200 missing.
        Assert.That(reference.Shares, Is.EqualTo(new[] { 0.055, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.495 }).Within(1e-12));
    }

    [Test]
    public void It_measures_drift_as_the_values_themselves_would()
    {
        float[] later = [.. Enumerable.Range(1, 150).Select(i => i * 0.8f)];
        Assert.That(FeatureReference.Of(Values).Psi(later), Is.EqualTo(PopulationStability.Of(Values, later)).Within(1e-12));
    }

    [Test]
    public void A_feature_that_is_always_missing_has_one_full_share() => Assert.That(FeatureReference.Of([float.NaN, float.NaN]).Shares, Is.EqualTo(new double[] { 0, 1 }));

    [Test]
    public void No_values_have_no_spread_and_no_drift()
    {
        Assert.That(() => FeatureReference.Of([]), Throws.ArgumentException);
        Assert.That(() => FeatureReference.Of(Values).Psi([]), Throws.ArgumentException);
    }
}
