using System.Net;
using System.Net.Http.Headers;
using Soccer.Api.Tests.Http;

namespace Soccer.Api.Tests.OpenApi;

/// <summary>An answer that is not as the document says is found, whichever test it comes in.</summary>
public sealed class DocumentedSpecs : ApiSpecs
{
    const string Problem = """{"type":"/problems/not-found","title":"There is nothing here","status":404,"detail":"no such run","instance":"/v1/runs"}""";

    [TestCase(200, "application/json", """{"runs":[],"count":0}""", "$.count is not documented")]
    [TestCase(200, "application/json", "{}", "$ has no runs")]
    [TestCase(200, "application/problem+json", """{"runs":[]}""", "has a body of type application/problem+json")]
    [TestCase(200, "text/plain", "none", "has a body of type text/plain")]
    [TestCase(206, "application/json", """{"runs":[]}""", "206 is not documented")]
    [TestCase(404, "application/problem+json", Problem, "404 is not documented")]
    [TestCase(400, "application/problem+json", Problem, "is no problem of its type")]
    [TestCase(503, "application/problem+json", """{"type":"/problems/unavailable","title":"A part of the system is away","status":503,"detail":"Npgsql.NpgsqlException","instance":"/v1/runs"}""", "or too much")]
    public void An_answer_that_is_not_as_the_document_says_is_found(int status, string mediaType, string body, string fault)
    {
        using var spoiled = new Spoiled(Api.Host.Server.CreateHandler(), (HttpStatusCode)status, mediaType, body);
        using var client = new HttpClient(new Documented { InnerHandler = spoiled }) { BaseAddress = new Uri("http://localhost/") };
        Assert.That(() => client.GetAsync("/v1/runs"), Throws.InstanceOf<AssertionException>().With.Message.Contains(fault));
    }

    /// <summary>Answers everything but the document with something else.</summary>
    sealed class Spoiled(HttpMessageHandler api, HttpStatusCode status, string mediaType, string body) : DelegatingHandler(api)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath == "/openapi/v1.json"
                ? base.SendAsync(request, cancellationToken)
                : Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, new MediaTypeHeaderValue(mediaType)), RequestMessage = request });
    }
}
