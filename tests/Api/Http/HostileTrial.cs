using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;

namespace Soccer.Api.Tests.Http;

/// <summary>
/// Requests that nobody sends by mistake, and some that many do, over a real socket and on a real database. Each gets a problem that says what
/// is wrong, and the Api goes on.
/// </summary>
public abstract class HostileTrial
{
    private protected const string Json = "application/json", Runs = "/v1/runs", Predictions = "/v1/predictions";

    private protected ApiTrial Trial { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        Trial = await ApiTrial.Start(onSocket: true);
        await Trial.Host.Deliver(RunEvents.Any().Refreshed());
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Trial is not null)
            await Trial.DisposeAsync();
    }

    [TearDown]
    public async Task Still_answers()
    {
        if (Trial is not null)
            Assert.That((await Trial.Http.GetAsync("/v1/fixtures?limit=1")).StatusCode, Is.EqualTo(HttpStatusCode.OK), "a good request after this one");
    }

    private protected Task<HttpResponseMessage> Get(string path) => Trial.Http.GetAsync(path);

    private protected async Task<HttpResponseMessage> Post(string path, byte[] body, string? contentType)
    {
        using var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await Trial.Http.PostAsync(path, content);
    }

    private protected static async Task<JsonElement> Problem(HttpResponseMessage response, int status, string type)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(status), text);
        Assert.That(response.Content.Headers.ContentType, Is.EqualTo(new MediaTypeHeaderValue("application/problem+json")));
        Assert.That(text, Has.Length.LessThan(2000), "what was sent is not sent back at length");
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo($"/problems/{type}"), text);
        return problem;
    }
}
