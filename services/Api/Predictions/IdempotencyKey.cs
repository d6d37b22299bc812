using System.Security.Cryptography;
using System.Text.Json;
using Soccer.Api.Problems;

namespace Soccer.Api.Predictions;

/// <summary>The header under which a request sent twice is one request (draft-ietf-httpapi-idempotency-key-header).</summary>
static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    /// <summary>Characters at most.</summary>
    public const int Most = 255;

    /// <summary>How one looks: printable ASCII characters without spaces.</summary>
    public const string Pattern = "^[!-~]{1,255}$";

    /// <summary>What was sent, or none.</summary>
    /// <exception cref="InvalidInputException">It is empty, too long, more than one, or not of printable ASCII characters.</exception>
    public static string? Of(HttpRequest request)
    {
        if (request.Headers[Header] is not [_, ..] sent)
            return null;
        return sent is [{ Length: > 0 and <= Most } key] && key.All(letter => letter is > ' ' and <= '~')
            ? key
            : throw new InvalidInputException(Header, $"{sent}"[..Math.Min(Most, $"{sent}".Length)], $"{Header} must be 1 to {Most} printable ASCII characters without spaces, such as a UUID, and stand once");
    }

    /// <summary>What tells one request from another under the same key: all that it asks for, however it was spelt.</summary>
    public static byte[] HashOf(PredictionRequest request)
    {
        // The same bytes as ever, with the match a second time: stored hashes are compared with those of requests that come again.
        var hashed = new
        {
            request.Home,
            request.Away,
            request.Division,
            request.Date,
            request.Odds,
            request.HomeId,
            request.AwayId,
            request.Matches,
            request.WithinSeconds,
            request.Match,
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(hashed, JsonSerializerOptions.Web);
        return SHA256.HashData([.. json, .. request.Explain ? "explain"u8 : default]);
    }
}
