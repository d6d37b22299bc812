using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>Forecasts on demand while things go wrong.</summary>
[TestFixture]
sealed class ServingSpecs : AfterFirstRun
{
    const int Askers = 8;

    [Test]
    public async Task Every_request_that_was_accepted_is_answered_though_the_broker_goes_away_in_the_middle_of_the_load()
    {
        var (home, away) = await Teams();
        var (accepted, refused) = (new ConcurrentBag<Guid>(), new ConcurrentBag<HttpStatusCode>());
        using var end = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, Askers).Select(async _ =>
        {
            using var api = Running.Api;
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (!end.IsCancellationRequested && await pace.WaitForNextTickAsync())
            {
                var response = await api.PostAsJsonAsync("v1/predictions", new { home, away });
                if (response.StatusCode == HttpStatusCode.Accepted)
                    accepted.Add((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
                else
                    refused.Add(response.StatusCode);
            }
        }));
        await Eventually.Happens("some are accepted", () => Task.FromResult(accepted.Count > 100), TimeSpan.FromSeconds(60));
        Running.Bus.Cut();
        await Eventually.Happens("some are refused", () => Task.FromResult(!refused.IsEmpty), TimeSpan.FromSeconds(60));
        Running.Bus.Mend();
        var before = accepted.Count;
        await Eventually.Happens("others are accepted", () => Task.FromResult(accepted.Count > before + 100), TimeSpan.FromSeconds(60));
        await end.CancelAsync();
        await load;

        Assert.That(refused, Is.All.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(accepted, Is.Unique);
        using var http = Running.Api;
        foreach (var id in accepted)
            await Eventually.Happens($"{id} is answered", async () => (await http.GetFromJsonAsync<JsonElement>($"v1/predictions/{id}")).GetProperty("status").GetString() == "done", TimeSpan.FromSeconds(60));
    }

    [Test]
    public async Task One_match_is_answered_in_the_request_as_it_is_when_it_is_stored()
    {
        var (home, away) = await Teams();
        using var api = Running.Api;
        var now = await (await api.PostAsJsonAsync("v1/predict", new { home, away })).Content.ReadFromJsonAsync<JsonElement>();
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/predictions") { Content = JsonContent.Create(new { home, away }), Headers = { { "Prefer", "wait=30" } } };
        var stored = await (await api.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(stored.GetProperty("forecast").GetRawText(), Is.EqualTo(now.GetRawText()));
    }

    async Task<(string? Home, string? Away)> Teams()
    {
        using var api = Running.Api;
        var fixture = (await api.GetFromJsonAsync<JsonElement>("v1/fixtures")).GetProperty("fixtures")[0];
        return (fixture.GetProperty("home").GetString(), fixture.GetProperty("away").GetString());
    }
}
