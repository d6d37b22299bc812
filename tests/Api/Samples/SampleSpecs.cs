using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Soccer.Api.Tests.Http;
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
        Assert.That(shown, Does.Not.Contain("FromJson").And.Not.Contain("JsonContent"), "a program of one file serialises nothing by reflection");
    }

    [Test]
    public void No_request_of_the_docs_has_a_key_that_another_may_have()
    {
        var keys = IdempotencyKey.Matches(Checkout.Read("docs/api.http")).Select(match => match.Groups["key"].Value);
        Assert.That(keys, Is.Not.Empty.And.All.EqualTo("{{$guid}}"));
        Assert.That(Checkout.Read("docs/api.md"), Does.Contain("$\"{Guid.NewGuid()}\""));
    }

    [Test]
    public async Task It_waits_for_the_forecast()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var asked = ForecastSample.Forecast(Api.Http, "order-17", "Arsenal", "Chelsea", limit.Token);
        var id = await Eventually.Seen(async () => (Guid?)await Api.Database.Scalar("select request_id from api._request where idempotency_key = 'order-17' and is_confirmed"));
        await Answer(id, new MatchAnswer(Forecast(), null));
        Assert.That((await asked).GetProperty("homeWin").GetDouble(), Is.EqualTo(0.5));
    }

    [Test]
    public async Task Called_again_under_the_key_of_an_answered_request_it_has_the_forecast()
    {
        using var api = new Told(new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { status = "done", forecast = new { homeWin = 0.5 } }) });
        using var http = new HttpClient(api) { BaseAddress = new Uri("http://localhost/") };
        Assert.That((await ForecastSample.Forecast(http, "order-16", "Arsenal", "Chelsea", CancellationToken.None)).GetProperty("homeWin").GetDouble(), Is.EqualTo(0.5));
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

    [GeneratedRegex("^Idempotency-Key: (?<key>.*)$", RegexOptions.Multiline)]
    static partial Regex IdempotencyKey { get; }

    [GeneratedRegex(@"^(?<indent> *)// begin\n(?<code>[\s\S]*?)^ *// end\n", RegexOptions.Multiline)]
    static partial Regex Part { get; }
}
