using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Soccer.Api.Problems;

/// <summary>
/// What every request of an operation is held to before the operation sees it. Stands behind keys and rates, so that strangers learn
/// nothing here.
/// </summary>
static class RequestRules
{
    const string Identity = "identity";

    static readonly ConcurrentDictionary<Endpoint, string[]> QueryOf = [];

    public static void UseRequestRules(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint || !http.Request.Path.StartsWithSegments("/v1"))
            return next(http);
        Limits.SizeBody(http, endpoint);
        CheckQuery(http.Request.Query, endpoint);
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is null)
            return next(http);
        if (CodingOf(http.Request) is { } coding)
        {
            http.Response.Headers.AcceptEncoding = Identity;
            return ProblemTypes.NotJson.Answer($"the body is said to be packed by {Input.Shown(coding)}: send it as it is, without Content-Encoding").ExecuteAsync(http);
        }
        if (EncodingOf(http.Request) is { } encoding)
            return ProblemTypes.NotJson.Answer($"the body is said to be in {Input.Shown(encoding)}: send JSON in UTF-8").ExecuteAsync(http);
        http.Request.Body = new Utf8Body(http.Request.Body);
        return next(http);
    });

    /// <summary>A parameter that the operation does not have is misspelt more often than meant for nobody.</summary>
    static void CheckQuery(IQueryCollection query, RouteEndpoint endpoint)
    {
        if (query.Count == 0)
            return;
        var known = QueryOf.GetOrAdd(endpoint, _ => [.. ParametersOf(endpoint)]);
        foreach (var (name, values) in query)
        {
            var parameter = known.FirstOrDefault(one => one.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidInputException(name, values, AdviceOn(name, known), known) { Type = ProblemTypes.UnknownParameter };
            if (values.Count > 1)
                throw new InvalidInputException(parameter, values, $"{parameter} stands there {values.Count} times: write it once");
        }
    }

    static string AdviceOn(string name, string[] known) => $"there is no query parameter '{Input.Shown(name)}' here: "
        + (known is [] ? "this path has none" : $"write {string.Join(", ", known)}, or leave it out");

    /// <summary>
    /// What the operation reads out of the query, as the framework binds it: simple values that stand neither in the path nor in a header.
    /// </summary>
    static IEnumerable<string> ParametersOf(RouteEndpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
        .Where(parameter => (parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string))
            && endpoint.RoutePattern.GetParameter(parameter.Name) is null
            && !parameter.ParameterInfo.GetCustomAttributes().Any(attribute => attribute is IFromHeaderMetadata or IFromServiceMetadata or IFromBodyMetadata))
        .Select(parameter => parameter.ParameterInfo.GetCustomAttributes().OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? parameter.Name);

    /// <summary>How a body is said to be packed (RFC 9110, 8.4); null if it is not.</summary>
    static string? CodingOf(HttpRequest request) => $"{request.Headers.ContentEncoding}".Trim() is { Length: > 0 } coding
        && !coding.Equals(Identity, StringComparison.OrdinalIgnoreCase) ? coding : null;

    /// <summary>The encoding that a body is said to be in, where it is not UTF-8.</summary>
    static string? EncodingOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue)
            return null;
        var name = HeaderUtilities.RemoveQuotes(type.Charset);
        if (!name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return name.ToString();
        // The framework's reader knows no quotes around it (RFC 9110, 8.3.1), and would fail.
        request.ContentType = type.MediaType.ToString();
        return null;
    }
}
