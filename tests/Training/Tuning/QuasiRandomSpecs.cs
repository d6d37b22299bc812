using FsCheck;
using FsCheck.Fluent;
using Soccer.Train.Tuning;

namespace Soccer.Training.Tests.Tuning;

public sealed class QuasiRandomSpecs
{
    // 6 is 110 in base 2 and 20 in base 3; 100 is 79 in base 13.
    [TestCase(1, 2, 0.5)]
    [TestCase(6, 2, 3d / 8)]
    [TestCase(6, 3, 2d / 9)]
    [TestCase(100, 13, (9 * 13 + 7) / 169d)]
    public void Digits_are_mirrored_at_the_point(int number, int radix, double mirrored) => Assert.That(QuasiRandom.Mirrored(number, radix), Is.EqualTo(mirrored));

    // SplitMix64's first output from state 0 is E220A8397B1DCDAF; halves and thirds are added to the shifts, modulo 1. By an independent program.
    [Test]
    public void The_seed_shifts_the_points_around()
    {
        var (first, second) = (QuasiRandom.Point(1, 2, 0), QuasiRandom.Point(2, 2, 0));
        Assert.Multiple(() =>
        {
            Assert.That(first[0], Is.EqualTo(0xE220A8397B1DCDAFUL / Math.Pow(2, 64) - 0.5).Within(1e-15));
            Assert.That(first, Is.EqualTo((double[])[0.3833108082136426, 0.7648613303818433]).Within(1e-15));
            Assert.That(second, Is.EqualTo((double[])[0.1333108082136426, 0.09819466371517664]).Within(1e-15));
        });
    }

    [Test]
    public void A_point_is_in_the_cube_and_the_same_each_time() => Prop.ForAll(
        Gen.Choose(1, 100_000).Zip(Gen.Choose(int.MinValue, int.MaxValue)).ToArbitrary(), pair =>
        {
            var point = QuasiRandom.Point(pair.Item1, 6, pair.Item2);
            return point.All(coordinate => coordinate is >= 0 and < 1) && point.SequenceEqual(QuasiRandom.Point(pair.Item1, 6, pair.Item2));
        }).QuickCheckThrowOnFailure();

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(20250201)]
    public void Each_tenth_of_each_coordinate_gets_its_share(int seed)
    {
        for (var dimension = 0; dimension < 6; dimension++)
        {
            var counts = Enumerable.Range(1, 200).CountBy(index => (int)(10 * QuasiRandom.Point(index, 6, seed)[dimension])).ToDictionary();
            // 200 draws by chance would leave between 8 and 32 in a tenth.
            Assert.That(counts.Values, Has.Count.EqualTo(10).And.All.InRange(18, 23), $"coordinate {dimension}");
        }
    }

    [Test]
    public void Another_seed_is_another_sequence() => Assert.That(QuasiRandom.Point(1, 6, 8), Is.Not.EqualTo(QuasiRandom.Point(1, 6, 7)));

    [Test]
    public void More_dimensions_than_are_even_are_refused() => Assert.That(() => QuasiRandom.Point(1, 7, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
