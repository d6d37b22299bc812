using Soccer.Tables.Validate;
using Soccer.Validate.Matching;

namespace Soccer.Validating.Tests.Matching;

public sealed class ContentHashSpecs
{
    const uint Sign = 0x80000000, QuietNaN = 0x7FC00000;

    [Test]
    public void Odds_of_random_bits_hash_alike_if_and_only_if_the_merge_finds_them_equal()
    {
        var random = new Random(13);
        for (var round = 0; round < 5_000; round++)
        {
            var odds = Row([.. Enumerable.Range(0, 4).Select(_ => Any(random))]);
            float[] values = [odds.Line, odds.First, odds.Second, odds.Third];
            var other = Row([.. values.Select(value => random.Next(8) == 0 ? Any(random) : Twin(value, random))]);
            Assert.That(Hash(odds) == Hash(other), Is.EqualTo(odds.Equals(other)), $"{odds} and {other}");
        }
    }

    // The hash as it was written before -0 was read as 0.
    [Test]
    public void The_hash_of_good_odds_stays() =>
        Assert.That(
            Hash(Row([-0.25f, 1.9f, 2.02f, float.NaN])) + Hash(Row([0, 1.9f, 2.02f, float.NaN])),
            Is.EqualTo("bdc4004ba044bc0496f2adbdf042840ef1e06b5326116c614e6c60f97dd9d500"));

    static string Hash(CanonicalOdds odds) => Convert.ToHexStringLower(ContentHash.OfOdds([odds]));

    static CanonicalOdds Row(float[] values) =>
        new("B365", OddsPhase.Opening, OddsMarket.AsianHandicap, values[0], values[1], values[2], values[3]);

    /// <summary>Any bits, and often those that are special.</summary>
    static float Any(Random random) => BitConverter.UInt32BitsToSingle(random.Next(4) switch
    {
        0 => (uint)random.Next(2) * Sign,
        1 => QuietNaN | (uint)random.Next(0x400000) | ((uint)random.Next(2) * Sign),
        _ => (uint)random.NextInt64(1L << 32),
    });

    /// <summary>The same value in other bits, where it has others.</summary>
    static float Twin(float value, Random random) => value switch
    {
        0 => BitConverter.UInt32BitsToSingle((uint)random.Next(2) * Sign),
        float.NaN => BitConverter.UInt32BitsToSingle(QuietNaN | (uint)random.Next(0x400000) | ((uint)random.Next(2) * Sign)),
        _ => value,
    };
}
