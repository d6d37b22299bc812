using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Api.Tests.Samples;

/// <summary>The sample of docs/api.md, which has it word for word.</summary>
static class ForecastSample
{
    // begin
    /// <summary>Asks for a forecast, and waits until it is there. The client has the Api's address, and a key: Authorization: Bearer KEY.</summary>
    public static async Task<JsonElement> Forecast(HttpClient http, string home, string away, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/predictions") { Content = JsonContent.Create(new { home, away }) };
        // Should the answer be lost, the request can be sent again under this key, and is the same request.
        request.Headers.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        using var accepted = await http.SendAsync(request, cancellation);
        await Check(accepted, cancellation);
        while (true)
        {
            using var answer = await http.GetAsync(accepted.Headers.Location, cancellation);
            await Check(answer, cancellation);
            var prediction = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            switch (prediction.GetProperty("status").GetString())
            {
                case "done":
                    return prediction.GetProperty("forecast");
                case "failed":
                    throw new InvalidOperationException(prediction.GetProperty("problem").GetProperty("reason").GetString());
            }
            await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), cancellation);
        }
    }

    static async Task Check(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode)
            return;
        // Compare type; show detail to people.
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        throw problem.GetProperty("type").GetString() switch
        {
            "/problems/too-many-requests" or "/problems/unavailable" => new TimeoutException($"send it again in {answer.Headers.RetryAfter}"),
            _ when answer.StatusCode == HttpStatusCode.BadRequest => new ArgumentException(problem.GetProperty("detail").GetString(), problem.GetProperty("field").GetString()),
            _ => new HttpRequestException(problem.GetProperty("detail").GetString(), null, answer.StatusCode),
        };
    }
    // end
}
