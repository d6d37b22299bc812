using System.Net;
using System.Net.Http.Headers;

namespace Soccer.Source.Tests;

public sealed class ConditionalSpecs
{
    TemporaryMirror mirror = null!;
    TestedSite site = null!;
    HttpClient client = null!;

    [SetUp]
    public void Start()
    {
        mirror = new TemporaryMirror().With("mmz4281/2425/E0.csv", "Div,Date,HomeTeam,AwayTeam,FTHG\nE0,01/02/2025,A,B,1\nE0,03/02/2025,B,A,2\n");
        site = new(mirror.Folder, "2025-02-01");
        client = site.CreateClient();
    }

    [TearDown]
    public void Stop()
    {
        client.Dispose();
        site.Dispose();
        mirror.Dispose();
    }

    async Task<HttpStatusCode> Ask(string path, EntityTagHeaderValue? tag = null, DateTimeOffset? since = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (tag is not null) request.Headers.IfNoneMatch.Add(tag);
        request.Headers.IfModifiedSince = since;
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    [TestCase("/mmz4281/2425/E0.csv")]
    [TestCase("/fixtures.csv")]
    [TestCase("/englandm.php")]
    [TestCase("/notes.txt")]
    public async Task Answers_304_to_what_the_caller_has(string path)
    {
        using var first = await client.GetAsync(path);

        Assert.That(first.Headers.ETag!.IsWeak, Is.False);
        Assert.That(await Ask(path, tag: first.Headers.ETag), Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(await Ask(path, since: first.Content.Headers.LastModified), Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task Lets_the_tag_decide_where_both_are_given()
    {
        using var first = await client.GetAsync("/mmz4281/2425/E0.csv");

        Assert.That(await Ask("/mmz4281/2425/E0.csv", new("\"another\""), first.Content.Headers.LastModified), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Dates_a_file_by_its_newest_row_and_not_by_the_clock()
    {
        await site.MoveTo("2025-02-02");
        using var response = await client.GetAsync("/mmz4281/2425/E0.csv");

        Assert.That(response.Content.Headers.LastModified, Is.EqualTo(new DateTimeOffset(2025, 2, 1, 23, 0, 0, TimeSpan.Zero)));
    }

    [Test]
    public async Task Answers_304_while_the_date_moves_without_a_new_row_and_200_with_one()
    {
        using var first = await client.GetAsync("/mmz4281/2425/E0.csv");

        await site.MoveTo("2025-02-02");
        Assert.That(await Ask("/mmz4281/2425/E0.csv", first.Headers.ETag, first.Content.Headers.LastModified), Is.EqualTo(HttpStatusCode.NotModified));
        await site.MoveTo("2025-02-03");
        Assert.That(await Ask("/mmz4281/2425/E0.csv", first.Headers.ETag, first.Content.Headers.LastModified), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Sends_the_older_file_again_when_the_date_is_moved_back()
    {
        await site.MoveTo("2025-02-03");
        using var newer = await client.GetAsync("/mmz4281/2425/E0.csv");
        await site.MoveTo("2025-02-01");

        Assert.That(await Ask("/mmz4281/2425/E0.csv", tag: newer.Headers.ETag), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Ask("/mmz4281/2425/E0.csv", since: newer.Content.Headers.LastModified), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Answers_HEAD_with_the_length_and_no_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/mmz4281/2425/E0.csv");
        using var response = await client.SendAsync(request);

        Assert.That(response.Content.Headers.ContentLength, Is.EqualTo("Div,Date,HomeTeam,AwayTeam,FTHG\nE0,01/02/2025,A,B,1\n".Length));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }
}
