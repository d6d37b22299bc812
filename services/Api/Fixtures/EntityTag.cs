using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Soccer.Api.Fixtures;

/// <summary>Names the state of the forecasts that an answer was made from, so that a caller who has it needs no second one (RFC 9110, 8.8.3).</summary>
static class EntityTag
{
    /// <summary>Sets the ETag of an answer, and says whether the caller has that answer.</summary>
    /// <param name="http">The request, whose path and query are part of the tag.</param>
    /// <param name="state">What the answer depends on beside them.</param>
    public static bool IsKnown(HttpContext http, string state)
    {
        // The build is part of it: another version of the Api may tell the same forecast in other members.
        var of = $"{state} {typeof(EntityTag).Module.ModuleVersionId} {http.Request.Path}{http.Request.QueryString}";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..32]}\"");
        http.Response.Headers.ETag = tag.ToString();
        return IsAmong(http.Request, tag);
    }

    /// <summary>Whether the caller has the answer of a tag.</summary>
    public static bool IsAmong(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
