// begin
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

// end
namespace Soccer.Api.Tests.Samples;

/// <summary>The sample of docs/api.md, which has it word for word.</summary>
static class ForecastProgram
{
    /// <summary>What stands before the class, as a program of its own.</summary>
    public static async Task Run()
    {
        // begin
        using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:15400") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("KEY"));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        Console.WriteLine(await ForecastSample.Forecast(http, $"{Guid.NewGuid()}", "Arsenal", "Chelsea", patience.Token));

        // end
    }
}

// begin
static class ForecastSample
{
    /// <summary>Asks for a forecast, and waits until it is there or the token ends; then the same call goes on where this one was.</summary>
    /// <param name="key">Names the request: under the same key it is the same request, however often it is sent.</param>
    public static async Task<JsonElement> Forecast(HttpClient http, string key, string home, string away, CancellationToken cancellation)
    {
        var body = new JsonObject { ["home"] = home, ["away"] = away };
        // A request that came before under the key may have its answer already: then no Location is needed.
        using var first = await Send(http, HttpMethod.Post, new("/v1/predictions", UriKind.Relative), body, key, cancellation);
        for (var answer = first; ; answer = await Send(http, HttpMethod.Get, first.Headers.Location!, null, null, cancellation))
            using (answer)
            {
                var prediction = JsonElement.Parse(await answer.Content.ReadAsStringAsync(cancellation));
                switch (prediction.GetProperty("status").GetString())
                {
                    case "done":
                        return prediction.GetProperty("forecast");
                    case "failed":
                        throw new InvalidOperationException(prediction.GetProperty("problem").GetProperty("reason").GetString());
                }
                await Task.Delay(Pause(answer), cancellation);
            }
    }

    // Too many requests, and a part that is away, pass: neither loses what was accepted.
    static async Task<HttpResponseMessage> Send(HttpClient http, HttpMethod method, Uri address, JsonObject? body, string? key, CancellationToken cancellation)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(method, address);
            if (body is not null)
                request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            if (key is not null)
                request.Headers.Add("Idempotency-Key", key);
            var answer = await http.SendAsync(request, cancellation);
            if (answer.IsSuccessStatusCode)
                return answer;
            using (answer)
            {
                if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
                    throw await Refusal(answer, cancellation);
                await Task.Delay(Pause(answer), cancellation);
            }
        }
    }

    static TimeSpan Pause(HttpResponseMessage answer) => answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);

    // Compare type; show detail to people.
    static async Task<Exception> Refusal(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(cancellation));
        var detail = problem.GetProperty("detail").GetString();
        return answer.StatusCode == HttpStatusCode.BadRequest
            ? new ArgumentException(detail, problem.TryGetProperty("field", out var field) ? field.GetString() : null)
            : new HttpRequestException(detail, null, answer.StatusCode);
    }
}
// end
