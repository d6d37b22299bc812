namespace Soccer.Train.Tuning;

/// <summary>
/// Points that fill the unit cube more evenly than chance does: Halton's sequence (1960), shifted as a whole by what the seed draws (Cranley and Patterson 1976), for
/// without the shift its first points lie on a diagonal and are the same for everybody.
/// </summary>
public static class QuasiRandom
{
    static readonly int[] Primes = [2, 3, 5, 7, 11, 13];

    /// <summary>A point of the sequence.</summary>
    /// <param name="index">Which, from 1. It does not depend on how many there will be.</param>
    /// <param name="dimensions">Coordinates, up to six: beyond, Halton's points are no longer even.</param>
    /// <param name="seed">Another seed is another shift.</param>
    /// <returns>Coordinates in [0, 1).</returns>
    public static double[] Point(int index, int dimensions, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, Primes.Length);
        var point = new double[dimensions];
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            var place = Mirrored(index, Primes[dimension]) + Shift(seed, dimension);
            point[dimension] = place < 1 ? place : place - 1;
        }

        return point;
    }

    /// <summary>The digits of a number in a base, mirrored at the point: 6 is 110 in base 2, and .011 is 3/8.</summary>
    public static double Mirrored(int number, int radix)
    {
        var (digits, scale) = (0L, 1L);
        for (; number > 0; number /= radix)
            (digits, scale) = (digits * radix + number % radix, scale * radix);

        return (double)digits / scale;
    }

    /// <summary>The upper 53 bits of SplitMix64 (Steele, Lea and Flood 2014), whose state begins with the seed.</summary>
    static double Shift(int seed, int dimension)
    {
        var bits = (ulong)(uint)seed * 0x100000000UL + (ulong)(dimension + 1) * 0x9E3779B97F4A7C15UL;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
        return ((bits ^ (bits >> 31)) >> 11) * (1d / (1UL << 53));
    }
}
