using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Soccer.Validate.Matching;

/// <summary>Ids that are content: the same thing has the same id in every database, and an id is exact as a number in JSON.</summary>
public static class ContentId
{
    /// <summary>The first 53 bits of the text's SHA-256: from 1 to 2^53 - 1.</summary>
    public static long Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Math.Max(1, (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11));
    }

    /// <summary>The id of a match by what stays the same when it is postponed, re-dated or played.</summary>
    /// <param name="division">Division code.</param>
    /// <param name="season">The year in which the season began.</param>
    /// <param name="home">The home team.</param>
    /// <param name="away">The away team.</param>
    /// <param name="meeting">1 for the season's first meeting of the two at this ground, counted by date.</param>
    public static long OfMatch(string division, int season, Team home, Team away, int meeting) =>
        Of($"{division}|{season}|{home.Key}|{away.Key}|{meeting}");
}
