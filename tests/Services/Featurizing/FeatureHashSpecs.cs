using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Soccer.Featurize;

namespace Soccer.Services.Tests.Featurizing;

sealed class FeatureHashSpecs
{
    const uint Sign = 0x80000000, QuietNaN = 0x7FC00000;

    [Test]
    public void Rows_of_random_bits_hash_alike_if_and_only_if_each_value_is_the_same_or_missing_in_both()
    {
        var random = new Random(11);
        for (var round = 0; round < 5_000; round++)
        {
            var row = Enumerable.Range(0, 8).Select(_ => Any(random)).ToArray();
            var other = row.Select(value => random.Next(8) == 0 ? Any(random) : Twin(value, random)).ToArray();
            var isSame = row.Zip(other).All(pair => Same(pair.First, pair.Second));
            Assert.That(FeatureHash.OfRow(row) == FeatureHash.OfRow(other), Is.EqualTo(isSame), string.Join(' ', row));
        }
    }

    [Test]
    public void The_hash_of_values_as_they_are_today_is_that_of_their_bytes()
    {
        var random = new Random(12);
        float[] special = [float.NaN, 0, -0f];
        var row = Enumerable.Range(0, 300).Select(at => at % 2 == 0 ? special[at % 3] : (float)random.NextDouble() - 0.5f).ToArray();
        Assert.That(FeatureHash.OfRow(row), Is.EqualTo(MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes<float>(row)))));
    }

    static bool Same(float one, float other) =>
        float.IsNaN(one) ? float.IsNaN(other) : BitConverter.SingleToUInt32Bits(one) == BitConverter.SingleToUInt32Bits(other);

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
        float.NaN => BitConverter.UInt32BitsToSingle(QuietNaN | (uint)random.Next(0x400000) | ((uint)random.Next(2) * Sign)),
        _ => value,
    };
}
