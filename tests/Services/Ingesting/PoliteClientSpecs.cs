using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Soccer.Ingest;
using Soccer.Ingest.Fetching;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Ingesting;

/// <summary>Answers that the source of the tests never gives.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
sealed class PoliteClientSpecs
{
    static readonly DateTimeOffset Now = new(2025, 2, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly Uri Address = new("http://127.0.0.1/fixtures.csv");

    readonly JumpingClock clock = new(Now, TimeSpan.FromSeconds(30));

    [Test]
    public async Task Comes_back_at_the_time_that_a_busy_source_names()
    {
        using var busy = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Headers = { RetryAfter = new RetryConditionHeaderValue(Now.AddSeconds(40)) } };
        using var good = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("Div,Date") };
        var answer = await Get(new IngestOptions(), busy, good);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.Waits, Is.EqualTo([TimeSpan.FromSeconds(40)]));
            // sha256sum of "Div,Date".
            Assert.That(answer.Sha256, Is.EqualTo("8b23c88a237001e2af913ed01406c25e99b4a95b030d829453ddb4484392ba24"));
        }
    }

    [Test]
    public async Task Waits_two_minutes_at_most_whatever_the_source_asks_for()
    {
        using var busy = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromDays(1)) } };
        using var good = new HttpResponseMessage(HttpStatusCode.OK);
        await Get(new IngestOptions(), busy, good);
        Assert.That(clock.Waits, Is.EqualTo([TimeSpan.FromMinutes(2)]));
    }

    [Test]
    public async Task Takes_no_body_that_is_shorter_than_promised()
    {
        using var cut = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("Div,Date") };
        cut.Content.Headers.ContentLength = 100;
        var error = (await Assert.ThrowsAsync<SourceException>(() => Get(new IngestOptions { Retries = 0 }, cut)))!;
        Assert.That(error.Message, Is.EqualTo("http://127.0.0.1/fixtures.csv: 8 of 100 bytes came"));
    }

    [Test]
    public async Task Asks_as_often_as_it_may_and_then_says_what_was_wrong_last()
    {
        using var broken = new HttpResponseMessage(HttpStatusCode.BadGateway);
        var error = (await Assert.ThrowsAsync<SourceException>(() => Get(new IngestOptions { Retries = 2 }, broken, broken, broken)))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo("http://127.0.0.1/fixtures.csv: the source answered 502 BadGateway"));
            Assert.That(clock.Waits, Has.Length.EqualTo(2));
        }
    }

    [Test]
    public async Task Does_not_ask_again_for_what_is_not_there()
    {
        using var missing = new HttpResponseMessage(HttpStatusCode.NotFound);
        Assert.That((await Get(new IngestOptions(), missing)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    // Twenty failures within half a minute open the circuit for a quarter of one.
    [Test]
    public async Task Asks_a_source_no_more_that_always_fails_until_a_pause_is_over()
    {
        using var broken = new HttpResponseMessage(HttpStatusCode.BadGateway);
        var answers = new Answers(Enumerable.Repeat(broken, 30));
        using var http = new HttpClient(answers);
        var client = Client(http, new IngestOptions { Retries = 0 });
        for (var asked = 0; asked < 25; asked++)
            await Assert.ThrowsAsync<SourceException>(() => client.Get(Address, null, null, CancellationToken.None));
        Assert.That(answers.Asked, Is.EqualTo(20));

        clock.Move(TimeSpan.FromSeconds(15));
        await Assert.ThrowsAsync<SourceException>(() => client.Get(Address, null, null, CancellationToken.None));
        Assert.That(answers.Asked, Is.EqualTo(21));
    }

    async Task<Answer> Get(IngestOptions options, params HttpResponseMessage[] answers)
    {
        using var http = new HttpClient(new Answers(answers));
        return await Client(http, options).Get(Address, null, null, CancellationToken.None);
    }

    PoliteClient Client(HttpClient http, IngestOptions options) =>
        new(http, new SourceResilience(Options.Create(options), clock), Options.Create(options), clock);

    sealed class Answers(IEnumerable<HttpResponseMessage> answers) : HttpMessageHandler
    {
        readonly Queue<HttpResponseMessage> left = new(answers);

        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(left.Dequeue());
        }
    }
}
