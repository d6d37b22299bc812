using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Api.Tests.Ledger;

namespace Soccer.Api.Tests.Http;

/// <summary>HEAD is answered as GET is, without the body.</summary>
public sealed class HeadSpecs
{
    /// <summary>What may differ between two answers.</summary>
    static readonly string[] Passing = ["Content-Length", "Date", "Last-Modified", "RateLimit", "Transfer-Encoding"];

    /// <summary>What to write for the parameters of paths.</summary>
    static readonly Dictionary<string, string> Values = new()
    {
        ["fixtures/{id}"] = "fixtures/17",
        ["{id}"] = "01993b6c-7a52-7c1e-9d3f-2f6f3a1b0c4d",
        ["{name}"] = "not-found",
        ["{documentName}"] = "v1",
    };

    ApiTrial api = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        api = await ApiTrial.Start(onSocket: true);
        await api.Host.Deliver(RunEvents.Any().Refreshed());
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (api is not null)
            await api.DisposeAsync();
    }

    [Test]
    public async Task Every_path_that_takes_GET_takes_HEAD()
    {
        string[] paths = [.. api.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is null or [] or ["GET"])
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}").Distinct()];
        Assert.That(paths, Has.Length.GreaterThan(20).And.Contains("/v1/fixtures").And.Contains("/metrics"));
        using (Assert.EnterMultipleScope())
            foreach (var path in paths)
                await Compare(Values.Aggregate(path, (named, value) => named.Replace(value.Key, value.Value, StringComparison.Ordinal)));
    }

    [TestCase("/v1/nothing")]
    [TestCase("/v1/fixtures?limit=0")]
    [TestCase("/v1/predict")]
    public Task What_is_wrong_with_GET_is_wrong_with_HEAD(string path) => Compare(path);

    [Test]
    public async Task A_tag_is_told_and_minded()
    {
        var tag = (await Ask(HttpMethod.Get, "/v1/fixtures")).Headers.ETag!;
        using var again = new HttpRequestMessage(HttpMethod.Head, "/v1/fixtures") { Headers = { IfNoneMatch = { tag } } };
        Assert.That((await Ask(HttpMethod.Head, "/v1/fixtures")).Headers.ETag, Is.EqualTo(tag));
        Assert.That((await api.Http.SendAsync(again)).StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [TestCase("/v1/fixtures", "200 OK")]
    [TestCase("/v1/nothing", "404 Not Found")]
    [TestCase("/metrics", "200 OK")]
    public async Task Nothing_follows_the_headers(string path, string status)
    {
        var request = $"HEAD {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {ApiHost.AdminKey}\r\nConnection: close\r\n\r\n";
        var answer = await RawHttp.Send(api.Http.BaseAddress!, request);
        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status}\r\n").And.EndsWith("\r\n\r\n"));
        Assert.That(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal), Is.EqualTo(answer.Length - 4));
    }

    async Task Compare(string path)
    {
        var (get, head) = (await Ask(HttpMethod.Get, path), await Ask(HttpMethod.Head, path));
        Assert.That($"{path}\n{Told(head)}", Is.EqualTo($"{path}\n{Told(get)}"));
        Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty, path);
    }

    static string Told(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !Passing.Contains(header.Key))
            .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        // A page's nonce is another with every answer.
        return Regex.Replace($"{answer.StatusCode}\n{string.Join("\n", headers)}", "nonce-[^']+", "nonce");
    }

    async Task<HttpResponseMessage> Ask(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        return await api.Http.SendAsync(request);
    }
}
