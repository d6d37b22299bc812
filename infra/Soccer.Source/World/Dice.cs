using System.Text;

namespace Soccer.Source.World;

/// <summary>
/// Dice: pseudo-random numbers that are the same on every runtime and version: SplitMix64 (Steele, Lea and Flood 2014).
/// Dice are named; one more column or one more club therefore changes no other number of the world.
/// </summary>
public sealed class Dice(ulong seed)
{
    ulong state = seed;

    /// <summary>The dice of this name under a world's seed.</summary>
    public static Dice Named(ulong seed, string name)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var octet in Encoding.UTF8.GetBytes(name)) hash = (hash ^ octet) * 1099511628211UL;
        return new(Mix(hash));
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => (Mix(state += 0x9E3779B97F4A7C15UL) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform over 0 … count − 1.</summary>
    public int Below(int count) => (int)(Uniform() * count);

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Poisson by inversion; meant for means below 30.</summary>
    public int Poisson(double mean)
    {
        var left = Uniform();
        var term = Math.Exp(-mean);
        var count = 0;
        while (left >= term && count < 100)
        {
            left -= term;
            term *= mean / ++count;
        }
        return count;
    }

    static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
