using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using MassTransit.Testing;
using Soccer.Api.Tests.Http;
using Soccer.Contracts.Predict.V1;
using Soccer.Tables.Predict;

namespace Soccer.Api.Tests.Samples;

/// <summary>The sample of docs/api.md does what the page says of it.</summary>
public sealed partial class SampleSpecs : PredictionTrial
{
    [Test]
    public void The_page_has_the_sample_word_for_word()
    {
        var shown = string.Concat(Part.Matches(Checkout.Read("tests/Api/Samples/ForecastSample.cs")).Select(part =>
            Regex.Replace(part.Groups["code"].Value, $"^{part.Groups["indent"].Value}", "", RegexOptions.Multiline)));
        Assert.That(Checkout.Read("docs/api.md"), Does.Contain($"```csharp\n{shown}```"));
    }

    [Test]
    public async Task It_waits_for_the_forecast()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var asked = ForecastSample.Forecast(Api.Http, "order-17", "Arsenal", "Chelsea", limit.Token);
        var sent = (await Api.Host.Bus.Sent.SelectAsync<PredictMatch>(_ => true, limit.Token).First()).Context.Message;
        await Answer(sent.RequestId, new MatchAnswer(Forecast(), null));
        Assert.That((await asked).GetProperty("homeWin").GetDouble(), Is.EqualTo(0.5));
    }

    [Test]
    public void It_says_which_argument_is_wrong() => Assert.That(
        () => ForecastSample.Forecast(Api.Http, "order-18", "Arsenal", "", CancellationToken.None), Throws.ArgumentException.With.Property("ParamName").EqualTo("away"));

    [Test]
    public async Task It_goes_on_where_it_is_told_to_come_again_and_loses_nothing()
    {
        using var api = new Told(
            Answer(HttpStatusCode.ServiceUnavailable, new { }), Answer(HttpStatusCode.Accepted, new { status = "pending" }), Answer(HttpStatusCode.TooManyRequests, new { }),
            Answer(HttpStatusCode.OK, new { status = "pending" }), Answer(HttpStatusCode.OK, new { status = "done", forecast = new { homeWin = 0.5 } }));
        using var http = new HttpClient(api) { BaseAddress = new Uri("http://localhost/") };
        Assert.That((await ForecastSample.Forecast(http, "order-19", "Arsenal", "Chelsea", CancellationToken.None)).GetProperty("homeWin").GetDouble(), Is.EqualTo(0.5));
        Assert.That(api.Asked, Is.EqualTo(new[]
        {
            "POST /v1/predictions order-19", "POST /v1/predictions order-19", "GET /v1/predictions/1 ", "GET /v1/predictions/1 ", "GET /v1/predictions/1 ",
        }));
    }

    [Test]
    public void It_says_what_is_wrong_where_no_argument_is()
    {
        using var api = new Told(Answer(HttpStatusCode.BadRequest, new { detail = "there is no body" }));
        using var http = new HttpClient(api) { BaseAddress = new Uri("http://localhost/") };
        Assert.That(() => ForecastSample.Forecast(http, "order-20", "Arsenal", "Chelsea", CancellationToken.None), Throws.ArgumentException.With.Message.EqualTo("there is no body"));
    }

    static HttpResponseMessage Answer(HttpStatusCode status, object body) => new(status)
    {
        Content = JsonContent.Create(body),
        Headers = { Location = new Uri("/v1/predictions/1", UriKind.Relative), RetryAfter = new RetryConditionHeaderValue(TimeSpan.Zero) },
    };

    /// <summary>Answers one request after the other as it was told, and keeps what was asked.</summary>
    sealed class Told(params HttpResponseMessage[] answers) : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add($"{request.Method} {request.RequestUri!.AbsolutePath} {(request.Headers.TryGetValues("Idempotency-Key", out var keys) ? string.Join(',', keys) : "")}");
            return Task.FromResult(answers[Asked.Count - 1]);
        }
    }

    [GeneratedRegex(@"^(?<indent> *)// begin\n(?<code>[\s\S]*?)^ *// end\n", RegexOptions.Multiline)]
    static partial Regex Part { get; }
}
