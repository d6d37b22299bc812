using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Soccer.Source.Site;

/// <summary>
/// Conditional requests (RFC 9110, section 13): If-None-Match decides where it is given. If-Modified-Since holds for exactly the date that was
/// sent before, as in nginx, because the replay date can be moved back and a file then becomes older and another.
/// </summary>
public static class Conditions
{
    /// <summary>Whether the request has any validator.</summary>
    public static bool Given(HttpRequest request) => request.Headers.IfNoneMatch.Count + request.Headers.IfModifiedSince.Count > 0;

    /// <summary>Whether the caller has this resource already.</summary>
    public static bool NotModified(HttpRequest request, Resource resource)
    {
        var headers = new RequestHeaders(request.Headers);
        if (request.Headers.IfNoneMatch.Count > 0)
            return headers.IfNoneMatch.Any(tag => tag.Tag == "*" || tag.Compare(new EntityTagHeaderValue(resource.ETag), useStrongComparison: false));
        return headers.IfModifiedSince == resource.LastModified;
    }
}
