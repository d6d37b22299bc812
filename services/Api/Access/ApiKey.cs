using System.Security.Cryptography;
using System.Text;

namespace Soccer.Api.Access;

/// <summary>
/// A key as its holder sends it: soccer_ID_SECRET. The id names the key and is no secret; the secret is 256 random bits, of which only the SHA-256 is stored. A hash that is slow
/// on purpose protects words that can be guessed; these can't.
/// </summary>
sealed class ApiKey
{
    const string Prefix = "soccer";
    const int IdLength = 12, SecretLength = 64;
    readonly string secret;

    ApiKey(string id, string secret) => (Id, this.secret) = (id, secret);

    public string Id { get; }

    /// <summary>All of it; told once, to whom it was made for.</summary>
    public string Text => $"{Prefix}_{Id}_{secret}";

    /// <summary>A new one.</summary>
    public static ApiKey Create() => new(RandomNumberGenerator.GetHexString(IdLength, lowercase: true), RandomNumberGenerator.GetHexString(SecretLength, lowercase: true));

    /// <summary>What was sent, or none where it has not the shape of a key.</summary>
    public static ApiKey? Read(string? text) =>
        text?.Split('_') is [Prefix, { Length: IdLength } id, { Length: SecretLength } secret] ? new(id, secret) : null;

    /// <summary>What is stored of the secret.</summary>
    public byte[] Hash() => Hash(secret);

    /// <summary>The same of any text.</summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Without the secret, so that it comes into no log.</summary>
    public override string ToString() => $"{Prefix}_{Id}_…";
}
