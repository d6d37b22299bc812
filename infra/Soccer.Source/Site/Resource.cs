using System.Security.Cryptography;

namespace Soccer.Source.Site;

/// <summary>What stands at a path on a day.</summary>
/// <param name="Bytes">The body.</param>
/// <param name="ContentType">As sent.</param>
/// <param name="Modified">The day of the newest thing in it; a function of the replay date, never of the clock.</param>
public sealed record Resource(byte[] Bytes, string ContentType, DateOnly Modified)
{
    /// <summary>Strong validator: a hash of the body.</summary>
    public string ETag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 16))}\"";

    /// <summary>The end of the day.</summary>
    public DateTimeOffset LastModified => new(Modified.ToDateTime(new(23, 0)), TimeSpan.Zero);
}
