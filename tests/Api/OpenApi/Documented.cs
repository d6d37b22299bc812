using System.Text.Json;
using Soccer.Api.Problems;

namespace Soccer.Api.Tests.OpenApi;

/// <summary>
/// Stands between every test and the Api, and fails the test where an answer is not as the document says: another status, another media type, another shape; or a problem of no type.
/// </summary>
sealed class Documented : DelegatingHandler
{
    static ApiDocument? read;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var (method, path) = (request.Method.Method, request.RequestUri!.AbsolutePath);
        var asked = $"{method} {path}: {(int)response.StatusCode}";
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        if (mediaType is not ("application/json" or "application/problem+json"))
        {
            if (path.StartsWith("/v1/", StringComparison.Ordinal))
                CheckBare(asked, await Document(request, cancellationToken), method, path, (int)response.StatusCode);
            return response;
        }
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        if ((int)response.StatusCode >= 400)
            CheckProblem(asked, (int)response.StatusCode, answer.RootElement, path);
        if (path.StartsWith("/v1/", StringComparison.Ordinal))
            CheckAnswer(asked, await Document(request, cancellationToken), method, path, (int)response.StatusCode, mediaType, answer.RootElement);
        return response;
    }

    static void CheckProblem(string asked, int status, JsonElement answer, string path)
    {
        var type = ProblemTypes.Find(answer.GetProperty("type").GetString()!.Split('/')[^1]);
        Assert.That(type, Is.Not.Null, $"{asked}: {answer}");
        Assert.That((type!.Status, type.Title), Is.EqualTo((status, answer.GetProperty("title").GetString())), asked);
        Assert.That(answer.GetProperty("detail").GetString(), Is.Not.Empty.And.Not.Contain("System.").And.Not.Contain("Soccer.Api").And.Not.Contain("   at "), asked);
        Assert.That(Uri.UnescapeDataString(answer.GetProperty("instance").GetString()!), Is.EqualTo(Uri.UnescapeDataString(path)), asked);
    }

    static void CheckBare(string asked, ApiDocument document, string method, string path, int status)
    {
        var answers = document.Find(method, path)?.Content.GetProperty("responses");
        Assert.That(status < 400 && answers?.TryGetProperty($"{status}", out var answer) == true && !answer.TryGetProperty("content", out _), $"{asked} without JSON is not documented");
    }

    static void CheckAnswer(string asked, ApiDocument document, string method, string path, int status, string mediaType, JsonElement answer)
    {
        if (document.Find(method, path) is not { } operation)
        {
            // Who has no key learns that first.
            Assert.That(status, Is.AnyOf(401, 404, 405, 429, 503), $"{asked} is no operation of the document");
            return;
        }
        Assert.That(operation.Content.GetProperty("responses").EnumerateObject().Select(known => known.Name), Does.Contain($"{status}"), $"{asked} is not documented");
        var schema = document.SchemaOf(operation, status, mediaType);
        Assert.That(schema, Is.Not.Null, $"{asked}: {mediaType} is not documented");
        Assert.That(document.Check.Faults(schema!.Value, answer), Is.Empty, asked);
    }

    async Task<ApiDocument> Document(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (read is not null)
            return read;
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, "/openapi/v1.json")) { Headers = { Authorization = new("Bearer", ApiHost.AdminKey) } };
        using var answer = await base.SendAsync(ask, cancellation);
        return read = new ApiDocument(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation)).RootElement);
    }
}
