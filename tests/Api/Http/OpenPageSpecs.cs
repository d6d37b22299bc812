using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Soccer.Api.Tests.Http;

/// <summary>What can be read without a key: the document, the page that shows it, and the types of problems.</summary>
public sealed partial class OpenPageSpecs
{
    readonly ApiHost api = ApiHost.WithoutDatabase();
    HttpClient anonymous = null!;

    [OneTimeSetUp]
    public void Open() => anonymous = api.ClientWith(null);

    [OneTimeTearDown]
    public async Task Close()
    {
        anonymous.Dispose();
        await api.DisposeAsync();
    }

    [TestCase("/openapi/v1.json", "application/json")]
    [TestCase("/docs/", "text/html")]
    [TestCase("/docs/scalar.js", "text/javascript")]
    [TestCase("/docs/scalar.aspnetcore.js", "text/javascript")]
    [TestCase("/docs/favicon.svg", "image/svg+xml")]
    [TestCase("/problems", "application/json")]
    public async Task The_document_and_its_page_need_no_key(string path, string type)
    {
        var response = await anonymous.GetAsync(path);
        Assert.That((response.StatusCode, response.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, type)));
    }

    [Test]
    public async Task The_address_that_people_type_leads_to_the_page()
    {
        var response = await anonymous.GetAsync("/docs");
        Assert.That((response.StatusCode, $"{response.Headers.Location}"), Is.EqualTo((HttpStatusCode.Found, "docs/")));
    }

    [Test]
    public void Nothing_else_is_open()
    {
        using var http = api.CreateClient();
        var open = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Distinct();
        Assert.That(open, Is.EquivalentTo(new[]
        {
            "health/live", "health/ready", "metrics", "problems", "problems/{name}", "openapi/v1.json",
            "docs/{documentName?}", "docs/scalar.js", "docs/scalar.aspnetcore.js", "docs/favicon.svg",
        }));
    }

    [Test]
    public async Task The_page_loads_nothing_from_another_site()
    {
        var response = await anonymous.GetAsync("/docs/");
        var page = await response.Content.ReadAsStringAsync();
        Assert.That(page, Does.Not.Contain("//")
            .And.Contain("\"withDefaultFonts\":false").And.Contain("\"telemetry\":false")
            .And.Contain("\"agent\":{\"disabled\":true}").And.Contain("\"mcp\":{\"disabled\":true}"));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.StartWith("default-src 'none'; script-src 'nonce-").And.Contain("; connect-src 'self';").And.Not.Contain("http"));
        var nonces = Nonce.Matches(page).Select(match => match.Groups["value"].Value).Distinct().ToList();
        Assert.That(nonces, Is.EqualTo(new[] { Nonce.Match(policy).Groups["value"].Value }));
        Assert.That(await anonymous.GetStringAsync("/docs/"), Does.Not.Contain(nonces[0]), "a nonce is for one response");
    }

    [Test]
    public async Task The_document_is_sent_once_while_it_stays_the_same()
    {
        var first = await anonymous.GetAsync("/openapi/v1.json");
        Assert.That(first.Headers.CacheControl!.NoCache, Is.True);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        Assert.That((await anonymous.SendAsync(again)).StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task The_page_can_send_a_key_as_the_document_says()
    {
        using var document = JsonDocument.Parse(await anonymous.GetStringAsync("/openapi/v1.json"));
        var scheme = document.RootElement.GetProperty("components").GetProperty("securitySchemes").GetProperty("Bearer");
        Assert.That((scheme.GetProperty("type").GetString(), scheme.GetProperty("scheme").GetString()), Is.EqualTo(("http", "bearer")));
        Assert.That(await anonymous.GetStringAsync("/docs/"), Does.Contain("\"preferredSecurityScheme\":[\"Bearer\"]"));
    }

    [Test]
    public async Task Tags_and_paths_stand_in_the_order_in_which_people_read()
    {
        using var document = JsonDocument.Parse(await anonymous.GetStringAsync("/openapi/v1.json"));
        Assert.That(document.RootElement.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()),
            Is.EqualTo(new[] { "Forecasts", "Runs", "Models", "Backtests", "Studies", "Access" }));
        Assert.That(document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Take(4),
            Is.EqualTo(new[] { "/v1/fixtures", "/v1/fixtures/{id}", "/v1/fixtures/{id}/explanation", "/v1/predict" }));
    }

    [Test]
    public async Task Callers_without_a_key_share_one_rate_and_take_nothing_from_keys()
    {
        await using var slow = ApiHost.WithoutDatabase(("Access:PerSecond", "0.1"));
        using var stranger = slow.ClientWith(null);
        using var other = slow.ClientWith(null);
        using var operated = slow.CreateClient();
        var first = await stranger.GetAsync("/problems");
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(first.Headers.GetValues("RateLimit").Single(), Is.EqualTo("\"open\";r=0;t=10"));
        var refused = await other.GetAsync("/openapi/v1.json");
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("too many requests came without a key"));
        Assert.That((await operated.GetAsync("/openapi/v1.json")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await stranger.GetAsync("/health/live")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [GeneratedRegex("nonce(=\"|-)(?<value>[\\w-]+)")]
    static partial Regex Nonce { get; }
}
