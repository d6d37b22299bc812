using System.Net;
using System.Net.Http.Json;
using Soccer.Source.Faults;

namespace Soccer.Source.Tests;

public sealed class FaultSpecs
{
    const string File = "/mmz4281/2425/E0.csv";
    const string Body = "Div,Date,HomeTeam,AwayTeam,FTHG\r\nE0,01/02/2025,A,B,1\r\n";

    TemporaryMirror mirror = null!;
    ImpatientTime time = null!;
    TestedSite site = null!;

    [SetUp]
    public void Start()
    {
        mirror = new TemporaryMirror().With("mmz4281/2425/E0.csv", Body);
        time = new();
        site = new(mirror.Folder, "2025-02-01", time);
    }

    [TearDown]
    public void Stop()
    {
        site.Dispose();
        mirror.Dispose();
    }

    async Task Set(string faults)
    {
        using var response = await site.Put("/-/faults", faults);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    async Task<RequestSummary> Requests()
    {
        using var client = site.CreateClient();
        return (await client.GetFromJsonAsync<RequestSummary>("/-/requests"))!;
    }

    [Test]
    public async Task Answers_a_status_with_retry_after_as_often_as_told()
    {
        await Set("""[{"path":"/mmz4281/*","kind":"status","status":429,"retryAfterSeconds":7,"times":2}]""");

        for (var i = 0; i < 2; i++)
        {
            using var refused = await site.Get(File);
            Assert.That((int)refused.StatusCode, Is.EqualTo(429));
            Assert.That(refused.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(7)));
        }
        using var served = await site.Get(File);
        Assert.That(served.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Lasts_until_it_is_deleted_where_no_number_is_given()
    {
        await Set("""[{"path":"*","kind":"status","status":503}]""");
        using var client = site.CreateClient();
        for (var i = 0; i < 3; i++)
        {
            using var refused = await client.GetAsync(File);
            Assert.That((int)refused.StatusCode, Is.EqualTo(503));
        }

        using var deleted = await client.DeleteAsync("/-/faults");
        using var served = await client.GetAsync(File);
        Assert.That(served.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Meets_only_the_paths_that_it_names()
    {
        await Set("""[{"path":"/mmz4281/*/D?.csv","kind":"status"}]""");
        using var served = await site.Get(File);

        Assert.That(served.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Waits_and_then_lets_the_next_fault_follow()
    {
        await Set($$"""[{"path":"{{File}}","kind":"latency","milliseconds":1500},{"path":"*","kind":"status","status":500}]""");
        using var response = await site.Get(File);

        Assert.That(time.Waited, Is.EqualTo(new[] { TimeSpan.FromMilliseconds(1500) }));
        Assert.That((int)response.StatusCode, Is.EqualTo(500));
    }

    [Test]
    public async Task Cuts_a_body_short_so_that_it_looks_whole()
    {
        await Set("""[{"path":"*.csv","kind":"truncate","times":1}]""");
        using var cut = await site.Get(File);
        using var whole = await site.Get(File);

        Assert.That(await cut.Content.ReadAsStringAsync(), Is.EqualTo(Body[..(Body.Length / 2)]));
        Assert.That(cut.Headers.ETag, Is.Not.EqualTo(whole.Headers.ETag));
    }

    [Test]
    public async Task Changes_the_header_and_nothing_else()
    {
        await Set("""[{"path":"*.csv","kind":"header","header":"Division,When,H,A,Goals"}]""");

        Assert.That(await site.Text(File), Is.EqualTo("Division,When,H,A,Goals\r\nE0,01/02/2025,A,B,1\r\n"));
    }

    [Test]
    public async Task Aborts_the_connection_before_the_body_is_whole()
    {
        // A test host has no connection to abort, so this one listens.
        site.UseKestrel(0);
        site.StartServer();
        await Set("""[{"path":"*.csv","kind":"reset"}]""");
        using var client = site.CreateClient();

        Assert.That(() => client.GetByteArrayAsync(File), Throws.InstanceOf<HttpRequestException>());
        Assert.That((await Requests()).Paths.Single(), Is.EqualTo(new RequestCount(File, 0, 1, 0)));
    }

    [TestCase("""[{"path":"","kind":"reset"}]""", "path is empty")]
    [TestCase("""[{"path":"*","kind":"latency"}]""", "milliseconds is 0")]
    [TestCase("""[{"path":"*","kind":"status","status":200}]""", "status is 200")]
    [TestCase("""[{"path":"*","kind":"reset","times":0}]""", "times is 0")]
    [TestCase("""[{"path":"*","kind":"header"}]""", "header is missing")]
    [TestCase("""[{"path":"*","kind":"sulk"}]""", "not the JSON expected")]
    [TestCase("""[{"path":"*","kind":"reset","tmes":1}]""", "tmes")]
    public async Task Refuses_a_fault_that_makes_no_sense_and_names_the_field(string faults, string reason)
    {
        using var response = await site.Put("/-/faults", faults);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(reason));
    }

    [Test]
    public async Task Counts_requests_by_path_and_status_and_the_conditional_ones()
    {
        using var client = site.CreateClient();
        using var first = await client.GetAsync(File);
        using var again = new HttpRequestMessage(HttpMethod.Get, File) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var unchanged = await client.SendAsync(again);
        using var missing = await client.GetAsync("/mmz4281/2425/E9.csv");

        var summary = await Requests();
        Assert.That(summary.Paths, Is.EqualTo(new RequestCount[]
        {
            new(File, 200, 1, 0), new(File, 304, 1, 1), new("/mmz4281/2425/E9.csv", 404, 1, 0),
        }));
        // The test's clock stands still: all three began within one second.
        Assert.That((summary.Total, summary.BusiestSecond, summary.MostAtOnce), Is.EqualTo((3, 3, 1)));

        using var deleted = await client.DeleteAsync("/-/requests");
        Assert.That((await Requests()).Total, Is.Zero);
    }

    /// <summary>A clock that stands still, whose timers fire at once.</summary>
    sealed class ImpatientTime : TimeProvider
    {
        public List<TimeSpan> Waited { get; } = [];

        public override long GetTimestamp() => 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
