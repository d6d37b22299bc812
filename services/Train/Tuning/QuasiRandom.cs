namespace Soccer.Train.Tuning;

/// <summary>
/// Points that fill the unit cube more evenly than chance does: the additive recurrence on powers of the generalised golden ratio (Roberts 2018, "The unreasonable
/// effectiveness of quasirandom sequences"), begun at a place that the seed chooses (Cranley and Patterson 1976).
/// </summary>
public static class QuasiRandom
{
    /// <summary>A point of the sequence.</summary>
    /// <param name="index">Which, from 1. It does not depend on how many there will be.</param>
    /// <param name="dimensions">Coordinates.</param>
    /// <param name="seed">Another seed is another sequence.</param>
    /// <returns>Coordinates in [0, 1).</returns>
    public static double[] Point(int index, int dimensions, int seed)
    {
        var ratio = GoldenRatio(dimensions);
        var point = new double[dimensions];
        var step = 1d;
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            step /= ratio;
            var place = Start(seed, dimension) + index * step;
            point[dimension] = place - Math.Floor(place);
        }

        return point;
    }

    /// <summary>The root above 1 of x^(d + 1) = x + 1: 1.618… in one dimension, 1.3247… in two.</summary>
    public static double GoldenRatio(int dimensions)
    {
        // Each step shrinks the error by about d + 1; 64 are enough for the last bit.
        var root = 2d;
        for (var i = 0; i < 64; i++)
            root = Math.Pow(1 + root, 1d / (dimensions + 1));

        return root;
    }

    /// <summary>A coordinate of the beginning: SplitMix64 (Steele, Lea and Flood 2014), its upper 53 bits.</summary>
    static double Start(int seed, int dimension)
    {
        var bits = (ulong)(uint)seed * 0x100000000UL + (ulong)(dimension + 1) * 0x9E3779B97F4A7C15UL;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
        return ((bits ^ (bits >> 31)) >> 11) * (1d / (1UL << 53));
    }
}
