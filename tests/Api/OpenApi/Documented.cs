using System.Text.Json;
using Soccer.Api.Problems;

namespace Soccer.Api.Tests.OpenApi;

/// <summary>
/// Stands between every test and the Api, and fails the test where an answer is not as the document says: another status, another media type, another shape; or a problem of no type.
/// </summary>
sealed class Documented : DelegatingHandler
{
    /// <summary>Headers of an answer that a client has to know.</summary>
    static readonly string[] HeadersToKnow = ["Allow", "Content-Location", "ETag", "Location", "Preference-Applied", "RateLimit", "RateLimit-Policy", "Retry-After", "WWW-Authenticate"];

    static readonly string[] SaysNothingOfIt = ["System.", "Soccer.Api", "Npgsql", "   at "];

    static ApiDocument? read;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var (path, status) = (request.RequestUri!.AbsolutePath, (int)response.StatusCode);
        var asked = $"{request.Method} {path}: {status}";
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        // What is not documented of HEAD is that of GET, without the body.
        var isHead = request.Method == HttpMethod.Head;
        var answer = !isHead && response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json"
            ? JsonElement.Parse(await response.Content.ReadAsStringAsync(cancellationToken))
            : (JsonElement?)null;
        if (status >= 400 && answer is { } problem)
            CheckProblem(asked, status, path, problem);
        if (path.StartsWith("/v1/", StringComparison.Ordinal))
            CheckAnswer(asked, await Document(request, cancellationToken), isHead ? "GET" : request.Method.Method, path, response, answer);
        // 401: nobody's rate. 503: the keys themselves may be out of reach.
        if (path.StartsWith("/v1/", StringComparison.Ordinal) && status is not (401 or 503))
            Hold(response.Headers.Contains("RateLimit") && response.Headers.Contains("RateLimit-Policy"), $"{asked} does not say what is left of the key's rate");
        return response;
    }

    static void CheckProblem(string asked, int status, string path, JsonElement problem)
    {
        var (name, detail) = (problem.GetProperty("type").GetString()!, problem.GetProperty("detail").GetString()!);
        var type = ProblemTypes.All.FirstOrDefault(type => type.Address == name);
        Hold(type is not null && (type.Status, type.Title) == (status, problem.GetProperty("title").GetString()), $"{asked} is no problem of its type: {problem}");
        Hold(detail.Length > 0 && !SaysNothingOfIt.Any(detail.Contains), $"{asked} says nothing to its caller, or too much: {problem}");
        Hold(Uri.UnescapeDataString(problem.GetProperty("instance").GetString()!) == Uri.UnescapeDataString(path), $"{asked} is of another path: {problem}");
    }

    static void CheckAnswer(string asked, ApiDocument document, string method, string path, HttpResponseMessage response, JsonElement? answer)
    {
        var status = (int)response.StatusCode;
        if (document.Find(method, path) is not { } operation)
        {
            // Who has no key, or has used it up, learns that first.
            Hold(status is 401 or 404 or 405 or 429 or 503, $"{asked} is no operation of the document");
            return;
        }
        Hold(operation.Content.GetProperty("responses").TryGetProperty($"{status}", out var known), $"{asked} is not documented");
        string[] headers = document.Resolved(known).TryGetProperty("headers", out var told) ? [.. told.EnumerateObject().Select(header => header.Name)] : [];
        var sent = response.Headers.Concat(response.Content.Headers).Select(header => header.Key).Intersect(HeadersToKnow, StringComparer.OrdinalIgnoreCase);
        Hold(!sent.Except(headers, StringComparer.OrdinalIgnoreCase).Any(), $"{asked} has headers that are not documented: {string.Join(", ", sent.Except(headers, StringComparer.OrdinalIgnoreCase))}");
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        string[] mediaTypes = document.Resolved(known).TryGetProperty("content", out var content) ? [.. content.EnumerateObject().Select(type => type.Name)] : [];
        Hold(mediaType is null ? mediaTypes is [] : mediaTypes.Contains(mediaType), $"{asked} has a body of type {mediaType}, documented is {string.Join(", ", mediaTypes)}");
        var faults = answer is null ? [] : document.Check.Faults(document.SchemaOf(operation, status, mediaType!)!.Value, answer.Value);
        Hold(faults is [], $"{asked} {string.Join("; ", faults)}");
    }

    static void Hold(bool holds, string fault)
    {
        if (!holds)
            throw new AssertionException(fault);
    }

    async Task<ApiDocument> Document(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (read is not null)
            return read;
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, "/openapi/v1.json")) { Headers = { Authorization = new("Bearer", ApiHost.AdminKey) } };
        using var answer = await base.SendAsync(ask, cancellation);
        return read = new ApiDocument(JsonElement.Parse(await answer.Content.ReadAsStringAsync(cancellation)));
    }
}
