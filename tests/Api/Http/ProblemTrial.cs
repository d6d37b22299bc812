using System.Net;
using System.Text;
using System.Text.Json;

namespace Soccer.Api.Tests.Http;

/// <summary>The Api without a database: what is wrong with a request is told before one is asked.</summary>
abstract class ProblemTrial
{
    ApiHost host = null!;

    protected HttpClient Http { get; private set; } = null!;

    [OneTimeSetUp]
    public void Start()
    {
        host = ApiHost.WithoutDatabase();
        Http = host.CreateClient();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        Http.Dispose();
        await host.DisposeAsync();
    }

    protected async Task<HttpResponseMessage> Post(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Http.PostAsync(path, content);
    }

    protected static async Task<JsonElement> Problem(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), text);
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.That(problem.GetProperty("status").GetInt32(), Is.EqualTo((int)status));
        return problem;
    }
}
