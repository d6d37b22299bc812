using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Soccer.Api.Fixtures;

/// <summary>An answer as it goes out: JSON in UTF-8, and the tag of these bytes. Replicas that tell the same give it the same tag.</summary>
/// <param name="json">The body.</param>
/// <param name="madeAt">The monotonic timestamp of its making.</param>
sealed class StoredAnswer(byte[] json, long madeAt) : IResult
{
    readonly string tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(json)[..16])}\"";

    public ReadOnlyMemory<byte> Json => json;

    public long MadeAt => madeAt;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = tag;
        if (IsKnown(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await response.BodyWriter.WriteAsync(json, httpContext.RequestAborted);
    }

    bool IsKnown(HttpRequest request) =>
        request.Headers.IfNoneMatch.Count > 0 && EntityTag.IsAmong(request, new EntityTagHeaderValue(tag));
}
