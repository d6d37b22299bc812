using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Soccer.Featurize;

/// <summary>Hashes of feature rows and of a whole set. Pure.</summary>
public static class FeatureHash
{
    /// <summary>The bits of a missing value: those of <see cref="float.NaN"/>, whatever not-a-number a computation has made.</summary>
    const uint Missing = 0xFFC00000;

    /// <summary>
    /// Half a SHA-256 over a row's values; everything that is not a number is one value. -0 is another value than 0: stored rows have
    /// both, and keep their hashes. Rows are compared by their hashes alone, so that no two comparisons can differ about it.
    /// </summary>
    public static UInt128 OfRow(ReadOnlySpan<float> values)
    {
        var bits = MemoryMarshal.Cast<float, uint>(values);
        Span<uint> canonical = bits.Length <= 1024 ? stackalloc uint[bits.Length] : new uint[bits.Length];
        for (var at = 0; at < bits.Length; at++)
            canonical[at] = float.IsNaN(values[at]) ? Missing : bits[at];

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(canonical), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }

    /// <summary>SHA-256, hex, over ids and row hashes in the order of the ids.</summary>
    public static string OfSet(IReadOnlyDictionary<long, UInt128> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> row = stackalloc byte[24];
        foreach (var match in rows.Keys.Order())
        {
            var rowHash = rows[match];
            MemoryMarshal.Write(row, in match);
            MemoryMarshal.Write(row[8..], in rowHash);
            hash.AppendData(row);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
